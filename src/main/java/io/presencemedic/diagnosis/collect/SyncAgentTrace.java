package io.presencemedic.diagnosis.collect;

import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.fact.FactKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked besides where the Sync Agent is down (D7.4, D7.9, G4), and only there: it takes time, or reads a
 * secret.
 */
final class SyncAgentTrace {
    private static final ServiceName AGENT = new ServiceName("Cisco Sync Agent");

    private SyncAgentTrace() {}

    /** The node's own tests, and the keys that it knows the servers by. */
    static void followOn(NodeInterview presence, NodeRole role) throws InterruptedException {
        if (isDown(presence, role)) {
            presence.plan(List.of(Questions.KEYS, Questions.TESTS));
            presence.ask(Question.Way.COMMAND_LINE);
        }
    }

    /** The agent's account, by the name that its node uses for it. */
    static void followOn(NodeInterview database, NodeInterview presencePublisher) throws InterruptedException {
        if (!isDown(presencePublisher, NodeRole.IMP_PUBLISHER)) {
            return;
        }
        Optional<String> user = presencePublisher
                .await(FactKey.SYNC_AGENT_CONFIG)
                .known()
                .flatMap(table -> SyncAgentConfig.read(table.value()))
                .flatMap(config -> Optional.ofNullable(config.axlUser()))
                .filter(name -> !name.isEmpty());
        Optional<Question<?>> question = user.flatMap(Questions::applicationUser);
        if (question.isPresent()) {
            database.plan(List.of(question.get()));
            database.ask(Question.Way.COMMAND_LINE);
        } else {
            database.leaveUnknown(
                    FactKey.APPLICATION_USER,
                    user.isPresent()
                            ? "the Sync Agent's axluser has characters that are not sent to a node; compare it by hand (D7.9)"
                            : "the Sync Agent's axluser is not known, without which CUCM cannot be asked for it (D7.9)");
        }
    }

    /** The keys by which CUCM knows the servers, where the agent of any node is down. */
    static void keys(NodeInterview database, Map<NodeInterview, NodeRole> presence) throws InterruptedException {
        for (Map.Entry<NodeInterview, NodeRole> node : presence.entrySet()) {
            if (isDown(node.getKey(), node.getValue())) {
                database.plan(List.of(Questions.KEYS));
                database.ask(Question.Way.COMMAND_LINE);
                return;
            }
        }
    }

    /** A subscriber's agent may be on its way with all the other services. */
    private static boolean isDown(NodeInterview presence, NodeRole role) throws InterruptedException {
        return presence.await(FactKey.SERVICES)
                .known()
                .flatMap(list -> state(list.value()))
                .filter(state -> state != ServiceState.STARTED
                        && (state != ServiceState.STARTING || role == NodeRole.IMP_PUBLISHER))
                .isPresent();
    }

    private static Optional<ServiceState> state(ServiceList list) {
        return list.find(AGENT).map(row -> row.state());
    }
}
