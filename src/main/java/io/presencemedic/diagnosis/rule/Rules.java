package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Undetermined;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All rules in the document's order. What one finding explains is not reported beside it. */
public final class Rules {
    private static final List<Rule> IN_ORDER = List.of(
            new TellingRemarks(),
            new StuckInStarting(),
            new DatabaseDown(),
            new NetworkServicesDown(),
            StoppedServices.commandedOut(),
            StoppedServices.failed(),
            new FailedStart(),
            StoppedServices.notActivated(),
            StoppedServices.unexplained(),
            new InterclusterSyncAgentDown(),
            new PresenceEngineDown(),
            new SyncAgentDown(),
            new FeatureNotConfigured(),
            new ReplicationNotSetUp(),
            new HighAvailabilityGroups(),
            new ClusterView(),
            new CrashedProcesses(),
            new SyncMonitorOff(),
            new UnreadFacts());
    /** What a group does when the services of a node are gone. */
    private static final Set<String> FAILOVER = Set.of("HIGH_AVAILABILITY_FAILED_OVER", "HIGH_AVAILABILITY_FAILED");

    private static final Set<String> NODE_WITHOUT_SERVICE =
            Set.of("STUCK_IN_STARTING", "DATABASE_DOWN", "NETWORK_SERVICES_DOWN");

    private Rules() {}

    /** What is wrong, in the document's order, and what could not be determined. */
    public static Verdict look(ClusterFacts facts) {
        List<Finding> findings = new ArrayList<>();
        List<Undetermined> missing = new ArrayList<>();
        for (Rule rule : IN_ORDER) {
            Verdict verdict = rule.look(facts);
            findings.addAll(verdict.findings());
            missing.addAll(verdict.undetermined());
        }
        return new Verdict(chained(findings), missing.stream().distinct().toList());
    }

    private static List<Finding> chained(List<Finding> findings) {
        List<Finding> failovers = findings.stream()
                .filter(finding -> FAILOVER.contains(finding.code()))
                .toList();
        boolean explained = findings.stream().anyMatch(finding -> NODE_WITHOUT_SERVICE.contains(finding.code()));
        if (failovers.isEmpty() || !explained) {
            return findings;
        }
        return findings.stream()
                .filter(finding -> !failovers.contains(finding))
                .map(finding ->
                        NODE_WITHOUT_SERVICE.contains(finding.code()) ? explaining(finding, failovers) : finding)
                .toList();
    }

    private static Finding explaining(Finding cause, List<Finding> symptoms) {
        Draft draft = Draft.continuing(cause);
        symptoms.forEach(symptom -> draft.evidence(symptom.evidence()).causes(List.of(symptom.code())));
        return draft.finding();
    }
}
