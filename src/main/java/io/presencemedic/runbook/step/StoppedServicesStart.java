package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceControl;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Foreseen;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Starts what is stopped on a node, in the order of starts, each STARTED before the next; each once, and never more
 * than twice in a job (D1.5, D1.6). What waits for something that is stopped is not started: the start would fail.
 */
record StoppedServicesStart(Node node, ServiceSelection selection, RunbookConfig config) implements Step {
    /** A service is started once by a line, and twice by a job. */
    private static final int MOST_IN_JOB = 2;

    private static final String STARTED_HERE = "started ";
    private static final int MOST_STARTS = 80;
    private static final int WAITS = 24;
    /** How many of the document's waits a service has that is on its way: the large ones take longer than one. */
    private static final int SLOW = 2;

    @Override
    public String name() {
        return "stopped-services-start";
    }

    @Override
    public String target() {
        return node.name() + ": " + selection.label();
    }

    @Override
    public Duration patience() {
        return config.patience().multipliedBy(WAITS);
    }

    @Override
    public int mostChanges() {
        return MOST_STARTS;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        ServiceList list = look.ask(node, new UtilsServiceList());
        if (!list.complete()) {
            return ServiceRow.incomplete(node);
        }
        List<String> left = new ArrayList<>();
        for (ServiceStatus row : rows(list)) {
            Optional<Decision> next =
                    isOnItsWay(row) ? await(look, list, row, memory, left) : start(look, list, row, memory, left);
            if (next.isPresent()) {
                return next.get();
            }
        }
        return new Decision.Done(summary(list, memory, left));
    }

    @Override
    public Optional<Foreseen> foresees(ClusterReader look) throws LinkException {
        ServiceList list = look.ask(node, new UtilsServiceList());
        Set<ServiceName> running = new HashSet<>();
        List<Change> starts = new ArrayList<>();
        for (ServiceStatus row : list.complete() ? rows(list) : List.<ServiceStatus>of()) {
            boolean hasNeeds = StartOrder.needs(row.name()).stream()
                    .allMatch(need -> running.contains(need) || !ServiceRow.isMissed(list, need));
            Optional<UtilsServiceControl> command = isOnItsWay(row) || !hasNeeds ? Optional.empty() : command(row);
            command.ifPresent(start -> starts.add(new Change.ByCommand(node, start, true)));
            if (command.isPresent() || isOnItsWay(row)) {
                running.add(ServiceCatalog.canonical(row.name()));
            }
        }
        return starts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Foreseen(
                        "what is still stopped then is started in this order, each STARTED before the next", starts));
    }

    private List<ServiceStatus> rows(ServiceList list) {
        List<ServiceStatus> rows = StartOrder.inOrder(StoppedRows.notStarted(list, node), node);
        if (selection.only().isEmpty()) {
            return rows.stream()
                    .filter(row -> selection.ownSections()
                            || isOnItsWay(row)
                            || DocumentSection.of(node, row.name()).isEmpty())
                    .toList();
        }
        return selection.only().stream()
                .flatMap(name -> list.find(name).stream())
                .filter(row -> row.state() != ServiceState.STARTED && !StoppedRows.isNeverActivated(row))
                .toList();
    }

    /**
     * What was on its way before this line gets its time; a start by hand is its matter only where the procedure is
     * about this service.
     */
    private Optional<Decision> await(
            ClusterReader look, ServiceList list, ServiceStatus row, LineMemory memory, List<String> left)
            throws LinkException {
        boolean isStartedHere =
                memory.notes().containsKey(STARTED_HERE + row.name().key());
        boolean mayBeStarted = !isStartedHere
                && row.state() == ServiceState.STARTING
                && !selection.only().isEmpty()
                && missing(list, row).isEmpty();
        Duration time = mayBeStarted ? config.patience() : config.patience().multipliedBy(SLOW);
        boolean hadItsTime = isStartedHere ? memory.actedAtLeast(time) : memory.begunAtLeast(time);
        if (!hadItsTime) {
            return Optional.of(new Decision.Wait(row.name() + " is " + row.state()));
        }
        if (mayBeStarted) {
            return start(look, list, row, memory, left);
        }
        left.add(row.name() + " stays " + row.state());
        return selection.strict()
                ? Optional.of(new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        row.name() + " stays " + row.state() + " on " + node.name(),
                        DocumentSection.context(node, row.name())))
                : Optional.empty();
    }

    private Optional<Decision> start(
            ClusterReader look, ServiceList list, ServiceStatus row, LineMemory memory, List<String> left)
            throws LinkException {
        Optional<ServiceName> missing = missing(list, row);
        Optional<UtilsServiceControl> command = command(row);
        if (missing.isEmpty() && command.isPresent()) {
            Decision.Act start = act(row, command.get());
            if (memory.tries(start) == 0 && memory.triesInJob(start.change()) < MOST_IN_JOB) {
                return Optional.of(start);
            }
        }
        String why = row.name() + " is " + ServiceRow.words(row)
                + missing.map(need -> " and needs " + need).orElse(" after a start")
                + DocumentSection.of(node, row.name())
                        .map(DocumentSection::words)
                        .orElse("");
        left.add(why);
        return selection.strict()
                ? Optional.of(new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        why + "; " + DocumentSection.advice(look, node, row.name()),
                        DocumentSection.context(node, row.name())))
                : Optional.empty();
    }

    /** What a service waits for, which is not its own fault. */
    private static Optional<ServiceName> missing(ServiceList list, ServiceStatus row) {
        return StartOrder.needs(row.name()).stream()
                .filter(need -> ServiceRow.isMissed(list, need))
                .findFirst();
    }

    /** The node's own list may name a service that nobody knows (D1.5); what cannot be a name is not sent. */
    private static Optional<UtilsServiceControl> command(ServiceStatus row) {
        try {
            return Optional.of(UtilsServiceControl.start(row.name()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Decision.Act act(ServiceStatus row, UtilsServiceControl command) {
        return new Decision.Act(
                row.name() + " is " + ServiceRow.words(row),
                new Change.ByCommand(node, command, true),
                Map.of(STARTED_HERE + row.name().key(), row.name().value()),
                ServiceRow.found(row));
    }

    private String summary(ServiceList list, LineMemory memory, List<String> left) {
        List<String> started = memory.notes().entrySet().stream()
                .filter(note -> note.getKey().startsWith(STARTED_HERE))
                .map(note -> new ServiceName(note.getValue()))
                .filter(name -> ServiceRow.isStarted(list, name))
                .map(ServiceName::value)
                .toList();
        if (left.isEmpty()) {
            return started.isEmpty() ? "nothing of it is stopped" : "started: " + String.join(", ", started);
        }
        return (started.isEmpty() ? "" : "started: " + String.join(", ", started) + "; ") + "left not started: "
                + String.join("; ", left);
    }

    private static boolean isOnItsWay(ServiceStatus row) {
        return row.state() == ServiceState.STARTING || row.state() == ServiceState.STOPPING;
    }
}
