package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.LogAlarm;
import io.presencemedic.diagnosis.fact.LogMessages;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.runbook.RunbookName;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Alarms and traces of a pasted log, and the item of the document that each leads to (G3, G5, G7). */
final class AlarmRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        boolean isListed =
                NodeOutage.find(facts, OutageCause.DATABASE).findAny().isPresent();
        return RuleResult.of(facts.known(FactKey.REMARKS).stream().flatMap(fact -> alarms(fact.value()).stream()
                .filter(alarm -> alarm != LogAlarm.DATABASE_NOT_RUNNING || !isListed)
                .map(alarm -> draft(fact, alarm))));
    }

    private static Set<LogAlarm> alarms(LogMessages messages) {
        return messages.lines().stream()
                .map(SourceLine::text)
                .flatMap(line -> LogAlarm.in(line).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LogAlarm.class)));
    }

    private static FindingDraft draft(Fact.Known<LogMessages> fact, LogAlarm alarm) {
        return draft(alarm).evidence(fact.heard().evidence(alarm.words()));
    }

    private static FindingDraft draft(LogAlarm alarm) {
        return switch (alarm) {
            case SYNC_AGENT_AXL_CONNECTION_FAILED ->
                draft(
                        alarm,
                        DocumentRef.D7_2,
                        "The Sync Agent could not reach CUCM's AXL web service: see whether Cisco AXL Web Service runs on the CUCM publisher and answers (D7.2, D7.5).");
            case SYNC_AGENT_CUCM_DBMON_CONNECTION_FAILED ->
                draft(
                        alarm,
                        DocumentRef.D7_5,
                        "The Sync Agent could not reach the database monitor of CUCM: see whether the CUCM publisher can be reached (D7.5).");
            case NOT_IN_CUCM_SERVER_LIST, NOT_IN_CUCM_APP_SERVER_LIST ->
                draft(
                        alarm,
                        DocumentRef.D7_3,
                        "The node is not in CUCM's server list. The server must be rebuilt; adding it again does not help (D7.3).");
            case XCP_CONFIG_MANAGER_CONFIGURATION_FAILURE ->
                draft(
                        alarm,
                        DocumentRef.G1,
                        "XCP Config Manager could not write the configuration of the XCP services; the log xcpconfigmgr says why (G1).");
            case XCP_CONFIG_MANAGER_HOST_NAME_RESOLUTION_FAILED ->
                draft(
                        alarm,
                        DocumentRef.G1,
                        "XCP Config Manager could not resolve the name of a host: check DNS and the names of the nodes (G1).");
            case PRESENCE_ENGINE_DATABASE_SYNC_ERROR ->
                draft(
                        alarm,
                        DocumentRef.G7,
                        "The Presence Engine lost the synchronisation between its databases: restart Cisco Presence Engine.");
            case PRESENCE_ENGINE_DATABASE_ERROR ->
                draft(
                        alarm,
                        DocumentRef.G7,
                        "The Presence Engine could not read or write its database: see whether A Cisco DB and replication are well (D4, G5).");
            case PRESENCE_ENGINE_DISABLED ->
                draft(
                        alarm,
                        DocumentRef.D6,
                        "The Presence Engine says that it is disabled: see whether its prerequisites run and its node is in a redundancy group (D6.1, D6.2).");
            case XCP_CONFIG_MANAGER_ROUTER_RESTART_REQUIRED ->
                draft(
                        alarm,
                        DocumentRef.G7,
                        "A change of the configuration takes effect only once Cisco XCP Router is restarted, which restarts all active XCP services (C4).");
            case INTERCLUSTER_PEER_SYNC_FAILURE ->
                draft(
                        alarm,
                        DocumentRef.D5,
                        "The Intercluster Sync Agent could not synchronise with another cluster: see whether it runs on both sides and they reach each other.");
            case SYNC_AGENT_LOST_CUCM_MONITOR ->
                draft(
                        alarm,
                        DocumentRef.D7_5,
                        "The Sync Agent finished its synchronisation and has lost the database monitor of CUCM since: changes in CUCM do not arrive until it is reached again (D7.2, D7.5).");
            case DATABASE_NOT_RUNNING ->
                draft(
                                alarm,
                                DocumentRef.D4,
                                "The platform says that Cisco DB is not running; without it nearly nothing runs (D4).")
                        .runbook(RunbookName.DATABASE_DOWN);
            case RECOVERY_MANAGER_FAILED ->
                draft(
                        alarm,
                        DocumentRef.C3,
                        "The Server Recovery Manager is in the state Failed: see utils ha status, and go by F3 or D5.1.");
            case RECOVERY_MANAGER_FAILOVER ->
                draft(
                        alarm,
                        DocumentRef.C3,
                        "The Server Recovery Manager has failed a node over: see utils ha status, and which critical service was down.");
            case SYNC_AGENT_TAKES_ITSELF_FOR_A_SUBSCRIBER ->
                draft(
                                alarm,
                                DocumentRef.G3,
                                "On a publisher this trace of the Sync Agent is a known defect: the node takes itself for a subscriber. Open a TAC case.")
                        .defect(DefectId.SYNC_AGENT_WAITS);
            case REPLICATION_COMMAND_REFUSED ->
                draft(
                                alarm,
                                DocumentRef.G5,
                                "Replication has no active connection between the servers; a reset sets it up again.")
                        .byHand(null, "utils dbreplication reset all");
            case INTRA_CLUSTER_COMMUNICATION_BROKEN, CANNOT_SEND_PACKETS ->
                draft(
                                alarm,
                                DocumentRef.G5,
                                "The nodes of the cluster do not reach each other: check the network first; where their hosts files differ, restart Cluster Manager and then A Cisco DB.")
                        .byHand(null, "utils service restart Cluster Manager")
                        .byHand(null, "utils service restart A Cisco DB");
        };
    }

    private static FindingDraft draft(LogAlarm alarm, DocumentRef item, String summary) {
        return FindingDraft.of(alarm.name(), item, Severity.WARNING, summary);
    }
}
