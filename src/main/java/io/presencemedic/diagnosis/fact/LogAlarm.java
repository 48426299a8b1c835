package io.presencemedic.diagnosis.fact;

import io.presencemedic.cisco.LetterCase;
import java.util.Arrays;
import java.util.Optional;

/** Alarms and traces that mean something wherever they stand in a pasted log (G3, G5, G7). */
public enum LogAlarm {
    SYNC_AGENT_AXL_CONNECTION_FAILED("syncagentaxlconnectionfailed"),
    SYNC_AGENT_CUCM_DBMON_CONNECTION_FAILED("syncagentcucmdbmonconnectionfailed"),
    NOT_IN_CUCM_SERVER_LIST("notincucmserverlisterror"),
    NOT_IN_CUCM_APP_SERVER_LIST("notincucmappserverlisterror"),
    XCP_CONFIG_MANAGER_CONFIGURATION_FAILURE("xcpconfigmgrconfigurationfailure"),
    XCP_CONFIG_MANAGER_HOST_NAME_RESOLUTION_FAILED("xcpconfigmgrhostnameresolutionfailed"),
    PRESENCE_ENGINE_DATABASE_SYNC_ERROR("peidstoimdbdatabasesyncerror"),
    PRESENCE_ENGINE_DATABASE_ERROR("pedatabaseerror"),
    PRESENCE_ENGINE_DISABLED("pestatedisabled"),
    XCP_CONFIG_MANAGER_ROUTER_RESTART_REQUIRED("xcpconfigmgrjabberrestartrequired"),
    INTERCLUSTER_PEER_SYNC_FAILURE("interclustersyncagentpeersyncfailure"),
    SYNC_AGENT_LOST_CUCM_MONITOR("failed to connect to the cucm database monitor"),
    DATABASE_NOT_RUNNING("cisco db is not running"),
    RECOVERY_MANAGER_FAILED("srmfailed"),
    RECOVERY_MANAGER_FAILOVER("srmfailover"),
    SYNC_AGENT_TAKES_ITSELF_FOR_A_SUBSCRIBER("syncagent is running on subscriber node"),
    REPLICATION_COMMAND_REFUSED("status command cannot be executed"),
    INTRA_CLUSTER_COMMUNICATION_BROKEN("intra-cluster communication is broken"),
    CANNOT_SEND_PACKETS("cannot send tcp/udp packets");

    private final String words;

    LogAlarm(String words) {
        this.words = words;
    }

    /** How the platform writes it, in lower case. */
    public String words() {
        return words;
    }

    /** The alarm that a line tells; empty where it tells none. */
    public static Optional<LogAlarm> in(String line) {
        String lower = LetterCase.lower(line);
        return Arrays.stream(values())
                .filter(alarm -> lower.contains(alarm.words))
                .findFirst();
    }
}
