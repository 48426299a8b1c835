package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.ArrayList;
import java.util.List;

/** All rules in the document's order. What one finding explains is not reported beside it. */
public final class Rules {
    private static final List<Rule> IN_ORDER = List.of(
            new NodeNotReachableRule(),
            new RestartAlertRule(),
            new ReplicationNotSetUpRule(true),
            new StuckInStartingRule(),
            new DatabaseDownRule(),
            new NetworkServicesDownRule(),
            new ConfigManagerDownRule(),
            new ConfigManagerKeysRule(),
            new AlarmRule(),
            new CommandedOutOfServiceRule(),
            new ServiceFailedToStartRule(),
            new FailedStartRule(),
            new ServiceNotActivatedRule(),
            new ServiceNotStartedRule(),
            new InterclusterSyncAgentHeldBackRule(),
            new InterclusterSyncAgentDefectRule(),
            new PresenceEnginePrerequisitesDownRule(),
            new NodeOutsideGroupRule(),
            new SubclusterMismatchRule(),
            new PresenceEngineDownOnBothNodesRule(),
            new PresenceEngineAloneDownRule(),
            new PresenceEngineDefectRule(),
            new VersionMismatchRule(),
            new AxlWebServiceDownRule(),
            new NotInServerListRule(),
            new NodeKeyDiffersRule(),
            new DiagnosticTestFailedRule(),
            new AxlNotReachableRule(),
            new HostUnreachableRule(),
            new SyncAgentNotConfiguredRule(),
            new SyncAgentPublisherAddressRule(),
            new SyncAgentCredentialsDifferRule(),
            new SyncAgentUserMissingRule(),
            new SyncAgentDownRule(),
            new FeatureNotConfiguredRule(),
            new ReplicationNotSetUpRule(false),
            new ReplicationCheckRule(),
            new HostsDifferRule(),
            new HighAvailabilityOffRule(),
            new HighAvailabilityMovedRule(),
            new HighAvailabilityNotArrivedRule(),
            new NodeNotAuthenticatedRule(),
            new NodeMissingRule(),
            new CrashedProcessesRule(),
            new SyncMonitorOffRule(),
            new ServicesDisagreeRule(),
            new LegacyAlgorithmsRule(),
            new UnreadFactsRule(),
            new MissingServicesRule());

    private Rules() {}

    /** What is wrong, in the document's order, and what could not be determined. */
    public static Verdict look(ClusterFacts facts) {
        RuleContext picture = new RuleContext(facts);
        RemedyTargets targets = new RemedyTargets(picture);
        List<FindingDraft> drafts = new ArrayList<>();
        List<Undetermined> missing = new ArrayList<>();
        for (Rule rule : IN_ORDER) {
            RuleResult ruling = rule.look(picture);
            drafts.addAll(ruling.drafts());
            missing.addAll(ruling.undetermined());
        }
        return new Verdict(
                CauseLinker.causes(drafts).stream()
                        .map(draft -> draft.finding(targets))
                        .toList(),
                missing.stream().distinct().toList());
    }
}
