package io.presencemedic.runbook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runbooks that the service itself names, each with what it works on. */
public enum RunbookName {
    HIGH_AVAILABILITY_DISABLE("high-availability-disable", TargetKind.GROUP),
    HIGH_AVAILABILITY_ENABLE("high-availability-enable", TargetKind.GROUP),
    HIGH_AVAILABILITY_FAILOVER("high-availability-failover", TargetKind.NODE),
    HIGH_AVAILABILITY_FALLBACK("high-availability-fallback", TargetKind.NODE),
    HIGH_AVAILABILITY_RECOVER("high-availability-recover", TargetKind.GROUP),
    REPLICATION_SYNC_MONITOR_DISABLE("replication-sync-monitor-disable", TargetKind.GROUP),
    REPLICATION_SYNC_MONITOR_ENABLE("replication-sync-monitor-enable", TargetKind.GROUP),
    SERVICE_START("service-start", TargetKind.NODE),
    SERVICE_RESTART("service-restart", TargetKind.NODE),
    SERVICE_ACTIVATE("service-activate", TargetKind.NODE),
    SERVICES_STUCK_IN_STARTING("services-stuck-in-starting", TargetKind.GROUP),
    NETWORK_SERVICES_DOWN("network-services-down", TargetKind.GROUP),
    XCP_CONFIG_MANAGER_DOWN("xcp-config-manager-down", TargetKind.GROUP),
    DATABASE_DOWN("database-down", TargetKind.GROUP),
    INTERCLUSTER_SYNC_AGENT_DOWN("intercluster-sync-agent-down", TargetKind.GROUP),
    PRESENCE_ENGINE_PREREQUISITES("presence-engine-prerequisites", TargetKind.GROUP),
    PRESENCE_ENGINE_OUTSIDE_GROUP("presence-engine-outside-group", TargetKind.GROUP),
    PRESENCE_ENGINE_SUBCLUSTER_MISMATCH("presence-engine-subcluster-mismatch", TargetKind.GROUP),
    PRESENCE_ENGINE_ALONE_DOWN("presence-engine-alone-down", TargetKind.GROUP),
    SYNC_AGENT_CHECKLIST("sync-agent-checklist", TargetKind.NODE),
    STOPPED_SERVICES_START("stopped-services-start", TargetKind.GROUP),
    REDUNDANCY_GROUP_FAILED_OVER("redundancy-group-failed-over", TargetKind.GROUP),
    RECOVER("recover", TargetKind.CLUSTER),
    DIAGNOSIS("diagnosis", TargetKind.CLUSTER),
    EVIDENCE_NETWORK("evidence-network", TargetKind.CLUSTER),
    EVIDENCE_DATABASE("evidence-database", TargetKind.CLUSTER),
    EVIDENCE_ICSA("evidence-icsa", TargetKind.CLUSTER),
    EVIDENCE_SYNC_AGENT("evidence-sync-agent", TargetKind.CLUSTER);

    private final String text;
    private final TargetKind target;

    RunbookName(String text, TargetKind target) {
        this.text = text;
        this.target = target;
    }

    /** The name in the catalogue, in kebab-case. */
    @JsonValue
    public String text() {
        return text;
    }

    /** What it works on. */
    public TargetKind target() {
        return target;
    }

    /** The runbook of that name in the catalogue; empty where none of these bears it. */
    public static Optional<RunbookName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.is(text)).findFirst();
    }

    /** Whether that is its name in the catalogue. */
    public boolean is(@Nullable String name) {
        return text.equals(name);
    }

    @Override
    public String toString() {
        return text;
    }
}
