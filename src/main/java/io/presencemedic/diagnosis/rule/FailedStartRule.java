package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.service.ServiceControl;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.List;

/** A start or restart ended without the service running, and no later list says otherwise (D1.6, C6). */
final class FailedStartRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.nodes().stream().flatMap(node -> node.known(FactKey.SERVICE_CHANGES).stream()
                .flatMap(changes -> changes.value().latest().stream())
                .filter(FailedStartRule::failed)
                .filter(change -> !listedSince(node, change))
                .map(change -> draft(node, change))));
    }

    private static boolean failed(Fact.Known<ServiceControl> change) {
        boolean start = LetterCase.lower(change.heard().command()).contains("start");
        ServiceState state = change.value().state();
        return start && !change.value().succeeded() && state != null && state != ServiceState.STARTING;
    }

    private static boolean listedSince(NodeFacts node, Fact.Known<ServiceControl> change) {
        return node.known(FactKey.SERVICES)
                .filter(list -> list.heard().line() > change.heard().line()
                        && list.value().find(change.value().service()).isPresent())
                .isPresent();
    }

    private static FindingDraft draft(NodeFacts node, Fact.Known<ServiceControl> change) {
        return FindingDraft.of(
                        OutageCause.FAILED_TO_START.code(),
                        DocumentRef.D1_6,
                        Severity.ERROR,
                        change.value().service() + " did not start: it ended "
                                + change.value().state()
                                + ". Try one start by hand; if it fails again, go by the service's own section.")
                .evidence(change.heard().evidence("["))
                .on(HostNames.label(node).stream().toList())
                .services(List.of(new ServiceStatus(change.value().service(), ServiceState.NOTRUNNING, null)))
                .runbook(StoppedServiceFindings.START);
    }
}
