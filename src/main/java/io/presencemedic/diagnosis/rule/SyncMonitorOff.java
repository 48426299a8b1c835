package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;

/** The replication-sync monitor was switched off and not on again; the platform does not show it (C5). */
final class SyncMonitorOff implements Rule {
    @Override
    public Verdict look(ClusterFacts facts) {
        return Verdict.of(facts.known(Topic.SYNC_MONITOR).stream()
                .filter(fact -> !fact.value().enabled())
                .map(fact -> Draft.of(
                                "SYNC_MONITOR_OFF",
                                DocumentRef.C5,
                                Severity.WARNING,
                                "The replication-sync monitor was switched off and not on again.")
                        .evidence(fact.heard().evidence())
                        .runbook("replication-sync-monitor-enable")
                        .finding()));
    }
}
