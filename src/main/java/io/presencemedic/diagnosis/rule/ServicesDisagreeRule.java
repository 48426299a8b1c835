package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.soap.ControlledService;
import io.presencemedic.diagnosis.fact.CommandEvidence;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line and Control Center tell different states of the same service; what is on its way is no lie. */
final class ServicesDisagreeRule implements Rule {
    private record Contradiction(ServiceStatus row, ControlledService other) {}

    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.services().stream().flatMap(ServicesDisagreeRule::draft));
    }

    private static Stream<FindingDraft> draft(NodeServiceStates services) {
        return services.node().known(FactKey.CONTROL_CENTER).stream().flatMap(report -> {
            List<Contradiction> found = report.value().services().stream()
                    .flatMap(other -> contradiction(services, other))
                    .toList();
            return found.isEmpty() ? Stream.empty() : Stream.of(draft(services, found, report.heard()));
        });
    }

    private static Stream<Contradiction> contradiction(NodeServiceStates services, ControlledService other) {
        return services.row(other.name().value()).stream()
                .filter(row -> contradict(row.state(), other))
                .map(row -> new Contradiction(row, other));
    }

    private static boolean contradict(ServiceState state, ControlledService other) {
        return other.state() != null
                && isSettled(state)
                && isSettled(other.state())
                && (state == ServiceState.STARTED) != (other.state() == ServiceState.STARTED);
    }

    private static boolean isSettled(ServiceState state) {
        return switch (state) {
            case STARTED, STOPPED, NOTRUNNING -> true;
            case STARTING, STOPPING -> false;
        };
    }

    private static FindingDraft draft(NodeServiceStates services, List<Contradiction> found, CommandEvidence report) {
        String summary = "On " + services.label() + " the command line and Control Center disagree: "
                + found.stream()
                        .map(each -> each.row().name() + " is " + each.row().state() + " by the one and "
                                + each.other().state() + " by the other")
                        .collect(Collectors.joining("; "))
                + ". The findings go by the command line; look again, and restart the service where it stays so.";
        List<Evidence> evidence = new ArrayList<>(
                services.evidence(found.stream().map(Contradiction::row).toList()));
        found.forEach(each -> evidence.add(report.evidence(each.other().name().value())));
        return FindingDraft.of("SERVICES_DISAGREE", DocumentRef.D1_3, Severity.WARNING, summary)
                .evidence(evidence)
                .services(found.stream().map(Contradiction::row).toList())
                .on(services.name().stream().toList());
    }
}
