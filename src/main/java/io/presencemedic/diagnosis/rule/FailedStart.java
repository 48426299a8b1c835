package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ServiceControl;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.NodeFacts;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.Locale;

/** A start or restart ended without the service running, and no later list says otherwise (D1.6, C6). */
final class FailedStart implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(facts.nodes().stream().flatMap(node -> node.known(Topic.SERVICE_CHANGE).stream()
                .filter(FailedStart::failed)
                .filter(change -> !listedSince(node, change))
                .map(FailedStart::draft)));
    }

    private static boolean failed(Fact.Known<ServiceControl> change) {
        boolean start = change.heard().command().toLowerCase(Locale.ROOT).contains("start");
        ServiceState state = change.value().state();
        return start && !change.value().succeeded() && state != null && state != ServiceState.STARTING;
    }

    private static boolean listedSince(NodeFacts node, Fact.Known<ServiceControl> change) {
        return node.known(Topic.SERVICES)
                .filter(list -> list.heard().line() > change.heard().line()
                        && list.value().find(change.value().service()).isPresent())
                .isPresent();
    }

    private static Draft draft(Fact.Known<ServiceControl> change) {
        return Draft.of(
                        Ailment.FAILED_TO_START.code(),
                        DocumentRef.D1_6,
                        Severity.ERROR,
                        change.value().service() + " did not start: it ended "
                                + change.value().state()
                                + ". Try one start by hand; if it fails again, go by the service's own section.")
                .evidence(change.heard().evidence("["))
                .runbook(StoppedServices.START);
    }
}
