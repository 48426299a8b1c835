package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.cli.UtilsServiceStart;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts those of some services that are stopped, one after the other, each STARTED before the next; tries each once
 * more (D1.5, D1.6). What does not start is said and does not keep the others from being started, unless it has a
 * section of its own. Nor does what was STARTING before and stays so, which is no matter of starts by hand.
 *
 * @param label what several services are called together
 * @param services in the order in which they are started
 * @param evenFaulty whether those are tried, too, that are stopped by a fault with a section of its own
 */
record StoppedServicesStart(
        Node node, String label, List<ServiceName> services, boolean evenFaulty, RunbookConfig config) implements Step {
    private static final int TRIES = 2;
    private static final String ALLOWED = " allowed";
    /** The engine lets no line make more changes. */
    private static final int MOST_STARTS = 6;

    @Override
    public String name() {
        return "stopped-services-start";
    }

    @Override
    public String target() {
        return node.name() + ": " + (services.size() == 1 ? services.get(0) : label);
    }

    @Override
    public Duration patience() {
        return config.patience().multipliedBy(Math.min(services.size(), MOST_STARTS));
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        ServiceList list = look.ask(node, new UtilsServiceList());
        if (!list.complete()) {
            return ServiceRow.incomplete(node);
        }
        List<String> left = new ArrayList<>();
        for (ServiceName service : services) {
            ServiceStatus row = list.find(service).orElse(null);
            if (row == null || row.state() == ServiceState.STARTED || row.reason() == StopReason.NOT_ACTIVATED) {
                continue;
            }
            boolean onItsWay = row.state() == ServiceState.STARTING || row.state() == ServiceState.STOPPING;
            Optional<Decision> next = onItsWay ? waiting(row, memory, left) : starting(look, list, row, memory, left);
            if (next.isPresent()) {
                return next.get();
            }
        }
        return new Decision.Done(
                left.isEmpty()
                        ? (memory.acts() == 0 ? "not stopped" : "STARTED")
                        : "going on without: " + String.join("; ", left));
    }

    private Optional<Decision> waiting(ServiceStatus row, LineMemory memory, List<String> left) {
        if (!isStartedHere(row, memory) && memory.begunAtLeast(config.patience())) {
            left.add(row.name() + " stays " + row.state());
            return Optional.empty();
        }
        return Optional.of(new Decision.Wait(row.name() + " is " + row.state()));
    }

    private Optional<Decision> starting(
            ClusterReader look, ServiceList list, ServiceStatus row, LineMemory memory, List<String> left)
            throws LinkException {
        int allowed = allowed(row, memory);
        Decision.Act start = start(row, allowed);
        int tries = memory.tries(start);
        if (tries >= TRIES && DocumentSection.of(node, row.name()).isPresent()) {
            return Optional.of(failed(look, row, tries));
        }
        Optional<ServiceName> missing = missing(list, row);
        if (tries < allowed && missing.isEmpty() && memory.tries() < MOST_STARTS) {
            return Optional.of(start);
        }
        left.add(row.name() + " is " + ServiceRow.words(row) + (tries == 0 ? "" : " after " + tries + " starts")
                + missing.map(need -> " and needs " + need)
                        .orElse(DocumentSection.of(node, row.name())
                                .map(DocumentSection::words)
                                .orElse("")));
        return Optional.empty();
    }

    private static boolean isStartedHere(ServiceStatus row, LineMemory memory) {
        return memory.notes().containsKey(row.name().key() + ALLOWED);
    }

    /** How often a stopped service may be started, by what was found before the first start. */
    private int allowed(ServiceStatus row, LineMemory memory) {
        String noted = memory.notes().get(row.name().key() + ALLOWED);
        return noted == null ? allowed(row) : Integer.parseInt(noted);
    }

    /**
     * What is stopped by a fault with a section of its own is left to that; but the Presence Engine often fails only
     * for want of what was stopped with it.
     */
    private int allowed(ServiceStatus row) {
        if (evenFaulty || !StoppedRows.isFaulty(row, node)) {
            return TRIES;
        }
        return ServiceCatalog.same(row.name(), DocumentSection.PRESENCE_ENGINE) ? 1 : 0;
    }

    private static Optional<ServiceName> missing(ServiceList list, ServiceStatus row) {
        return StartOrder.needs(row.name()).stream()
                .filter(need -> ServiceRow.isMissed(list, need))
                .findFirst();
    }

    private Decision.Act start(ServiceStatus row, int allowed) {
        return new Decision.Act(
                row.name() + " is " + ServiceRow.words(row),
                new Change.ByCommand(node, new UtilsServiceStart(row.name()), true),
                Map.of(row.name().key() + ALLOWED, String.valueOf(allowed)));
    }

    private Decision failed(ClusterReader look, ServiceStatus row, int tries) throws LinkException {
        return new Decision.Fail(
                "SERVICE_NOT_STARTED",
                row.name() + " is " + ServiceRow.words(row) + " after " + tries + " starts; "
                        + DocumentSection.advice(look, node, row.name()),
                DocumentSection.context(node, row.name()));
    }
}
