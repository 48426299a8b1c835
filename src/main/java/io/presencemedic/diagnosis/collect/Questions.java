package io.presencemedic.diagnosis.collect;

import io.presencemedic.cisco.RedundancyGroups;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cisco.cli.ShowNetworkCluster;
import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cisco.cli.UtilsCoreActiveList;
import io.presencemedic.cisco.cli.UtilsDbreplicationRuntimestate;
import io.presencemedic.cisco.cli.UtilsDiagnoseTest;
import io.presencemedic.cisco.cli.UtilsHaStatus;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.soap.GetCcmVersion;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cisco.soap.ListPresenceRedundancyGroup;
import io.presencemedic.cisco.soap.ListProcessNode;
import io.presencemedic.cisco.soap.ServerList;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.Transport;
import io.presencemedic.diagnosis.fact.AxlAnswer;
import io.presencemedic.diagnosis.fact.FactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What each node is asked, in the order in which it is asked: the service list first (D1.3). */
final class Questions {
    /** Asked only where the Sync Agent is down: it takes its time (D7.4). */
    static final Question<?> TESTS = ask(FactKey.DIAGNOSTIC_TESTS, new UtilsDiagnoseTest());

    /** Asked only there, too, on both sides (G4). */
    static final Question<?> KEYS = ask(FactKey.NODE_KEYS, RunSqlSelect.processNodeKeys());

    private Questions() {}

    /** By the ways that the cluster's transport leaves open: Control Center is none where it is the CLI alone. */
    static List<Question<?>> of(NodeRole role, Transport transport) {
        List<Question<?>> questions = of(role);
        if (transport != Transport.SSH) {
            questions.add(new Question.ByOperation<>(
                    FactKey.CONTROL_CENTER, GetServiceStatus.all(), Function.identity(), WebServiceEvidence::services));
        }
        return questions;
    }

    private static List<Question<?>> of(NodeRole role) {
        List<Question<?>> questions = new ArrayList<>(List.of(ask(FactKey.SERVICES, new UtilsServiceList())));
        switch (role) {
            case IMP_PUBLISHER -> {
                questions.add(ask(FactKey.SYNC_AGENT_CONFIG, RunSqlSelect.syncAgentConfig()));
                questions.addAll(ofEveryNode());
                questions.addAll(ofPresence());
            }
            case IMP_SUBSCRIBER -> {
                questions.addAll(ofEveryNode());
                questions.addAll(ofPresence());
            }
            case CUCM_PUBLISHER -> {
                questions.addAll(ofEveryNode());
                questions.add(ask(FactKey.PROCESS_NODES, RunSqlSelect.processNodes()));
                questions.addAll(ofDatabaseService());
            }
            case CUCM_SUBSCRIBER -> questions.addAll(ofEveryNode());
        }
        return questions;
    }

    /** What takes longest is asked first: two sessions that share the rest then end side by side. */
    private static List<Question<?>> ofEveryNode() {
        return List.of(
                ask(FactKey.REPLICATION, new UtilsDbreplicationRuntimestate()),
                ask(FactKey.VERSION, new ShowVersionActive()),
                ask(FactKey.NETWORK_CLUSTER, new ShowNetworkCluster()),
                ask(FactKey.CORE_FILES, new UtilsCoreActiveList()));
    }

    /** The tables differ where replication failed (D6.3). */
    private static List<Question<?>> ofPresence() {
        return List.of(
                ask(FactKey.HIGH_AVAILABILITY, new UtilsHaStatus()),
                ask(FactKey.ENTERPRISE_NODES, RunSqlSelect.enterpriseNodes()),
                ask(FactKey.ENTERPRISE_SUBCLUSTERS, RunSqlSelect.enterpriseSubclusters()));
    }

    private static List<Question<?>> ofDatabaseService() {
        return List.of(
                new Question.ByOperation<>(
                        FactKey.AXL, new GetCcmVersion(), AxlAnswer::new, answer -> List.of(answer.version())),
                new Question.ByOperation<>(
                        FactKey.REDUNDANCY_GROUPS,
                        new ListPresenceRedundancyGroup(),
                        RedundancyGroups::new,
                        WebServiceEvidence::groups),
                new Question.ByOperation<>(
                        FactKey.SERVERS, new ListProcessNode(), ServerList::new, WebServiceEvidence::servers));
    }

    /**
     * The account with which the Sync Agent signs in, as CUCM has it (D7.9). The answer holds a secret.
     *
     * @return empty where the name has characters that are not sent to a node
     */
    static Optional<Question<?>> applicationUser(String name) {
        try {
            return Optional.of(ask(FactKey.APPLICATION_USER, RunSqlSelect.applicationUser(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> Question<T> ask(FactKey<T> topic, Command<T> command) {
        return new Question.ByCommand<>(topic, command);
    }
}
