package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Feature services were never activated (D1.4). What nobody can do without, and what another IM and Presence node has
 * activated, is missed; that any other one was not activated is somebody's choice, which is told and left to persons.
 */
final class ServiceNotActivatedRule implements Rule {
    /** Without these nobody is present on a node. */
    private static final Set<ServiceName> ALWAYS = Set.of(
            new ServiceName("Cisco SIP Proxy"),
            OutageCauses.ENGINE,
            new ServiceName("Cisco XCP Connection Manager"),
            new ServiceName("Cisco XCP Authentication Service"));

    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(NodeOutage.find(facts, OutageCause.NOT_ACTIVATED).flatMap(found -> {
            Predicate<ServiceStatus> missed = row -> isMissed(facts, found, row);
            return Stream.concat(
                    draft(found, missed, Severity.WARNING, "were never activated, so they cannot run"),
                    draft(found, missed.negate(), Severity.INFO, "are not activated, which may be wanted"));
        }));
    }

    private static Stream<FindingDraft> draft(
            NodeOutage found, Predicate<ServiceStatus> which, Severity severity, String words) {
        List<ServiceStatus> rows = found.rows().stream().filter(which).toList();
        if (rows.isEmpty()) {
            return Stream.empty();
        }
        NodeOutage some = new NodeOutage(found.services(), found.all(), found.cause(), rows);
        String summary = "On " + found.node() + " feature services " + words + ": " + some.listed() + ".";
        return Stream.of(some.draft(DocumentRef.D1_4, severity, summary).runbook(RunbookName.SERVICE_ACTIVATE));
    }

    private static boolean isMissed(RuleContext facts, NodeOutage found, ServiceStatus row) {
        return found.services().presence()
                && (ALWAYS.contains(ServiceCatalog.canonical(row.name()))
                        || facts.services().stream()
                                .filter(other -> other != found.services() && other.presence())
                                .anyMatch(other -> isActivated(other, row)));
    }

    private static boolean isActivated(NodeServiceStates other, ServiceStatus row) {
        return other.row(row.name().value())
                .filter(twin -> twin.reason() != StopReason.NOT_ACTIVATED)
                .isPresent();
    }
}
