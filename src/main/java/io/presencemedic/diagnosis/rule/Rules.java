package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Undetermined;
import java.util.ArrayList;
import java.util.List;

/** All rules in the document's order. What one finding explains is not reported beside it. */
public final class Rules {
    private static final List<Rule> IN_ORDER = List.of(
            new NodeNotReachable(),
            new RestartAlert(),
            new StuckInStarting(),
            new DatabaseDown(),
            new NetworkServicesDown(),
            new ConfigManagerKeys(),
            new CommandedOutOfService(),
            new ServiceFailedToStart(),
            new FailedStart(),
            new ServiceNotActivated(),
            new ServiceNotStarted(),
            new InterclusterSyncAgentHeldBack(),
            new InterclusterSyncAgentDefect(),
            new PresenceEnginePrerequisitesDown(),
            new NodeOutsideGroup(),
            new SubclusterMismatch(),
            new PresenceEngineDownOnBothNodes(),
            new PresenceEngineAloneDown(),
            new PresenceEngineDefect(),
            new VersionMismatch(),
            new AxlWebServiceDown(),
            new NotInServerList(),
            new DiagnosticTestFailed(),
            new AxlNotReachable(),
            new HostUnreachable(),
            new SyncAgentNotConfigured(),
            new SyncAgentPublisherAddress(),
            new SyncAgentCredentialsDiffer(),
            new SyncAgentUserMissing(),
            new SyncAgentDown(),
            new FeatureNotConfigured(),
            new ReplicationNotSetUp(),
            new HighAvailabilityOff(),
            new HighAvailabilityMoved(),
            new HighAvailabilityNotArrived(),
            new NodeNotAuthenticated(),
            new NodeMissing(),
            new CrashedProcesses(),
            new SyncMonitorOff(),
            new ServicesDisagree(),
            new LegacyAlgorithms(),
            new UnreadFacts());

    private Rules() {}

    /** What is wrong, in the document's order, and what could not be determined. */
    public static Verdict look(ClusterFacts facts) {
        Picture picture = new Picture(facts);
        List<Draft> drafts = new ArrayList<>();
        List<Undetermined> missing = new ArrayList<>();
        for (Rule rule : IN_ORDER) {
            Ruling ruling = rule.look(picture);
            drafts.addAll(ruling.drafts());
            missing.addAll(ruling.undetermined());
        }
        return new Verdict(
                Chain.causes(drafts).stream().map(Draft::finding).toList(),
                missing.stream().distinct().toList());
    }
}
