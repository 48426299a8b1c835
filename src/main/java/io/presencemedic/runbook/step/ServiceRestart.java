package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceControl;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restarts a service once and sees it STARTED again, after one start by hand where it stays stopped (D1.6); never by a
 * stop and a start (C4, C6, C8). A restart whose answer was lost is repeated only where it is known not to have taken
 * place, or where nothing ran that it could have disrupted. Where a later line starts the service, the latter holds
 * only behind the end of a process, which may never have sent it.
 *
 * @param thenStarted whether it is started by hand where it stays stopped; otherwise that is a later line's
 */
record ServiceRestart(Node node, ServiceName service, boolean thenStarted, RunbookConfig config)
        implements OnActivatedService {
    /** The notes of the state before the restart, and that the service was started behind it. */
    private static final String FOUND = "found";

    private static final String STARTED_BEHIND = "startedBehind";

    ServiceRestart(Node node, ServiceName service, RunbookConfig config) {
        this(node, service, true, config);
    }

    @Override
    public String name() {
        return "service-restart";
    }

    @Override
    public List<String> wouldSend() {
        return List.of(UtilsServiceControl.restart(service).text());
    }

    @Override
    public Decision decide(ClusterReader look, ServiceStatus row, LineMemory memory) throws LinkException {
        if (memory.acts() == 0) {
            return toBeRestarted(look, row, false);
        }
        boolean inDoubt = memory.lastActUnknown() && !memory.notes().containsKey(STARTED_BEHIND);
        return switch (row.state()) {
            case STARTING -> inDoubt ? starting(look, row, memory) : onItsWay(row);
            case STOPPING -> onItsWay(row);
            case STARTED -> inDoubt ? inDoubt(look, row, memory) : restarted();
            case STOPPED, NOTRUNNING -> stopped(look, row, memory, inDoubt);
        };
    }

    private Decision.Act toBeRestarted(ClusterReader look, ServiceStatus row, boolean repeatable) {
        String why = "is " + ServiceRow.words(row) + " and is to be restarted";
        return restart(look, row, why, repeatable).found(ServiceRow.found(row));
    }

    private Decision.Act restart(ClusterReader look, ServiceStatus row, String why, boolean repeatable) {
        Map<String, String> notes = new HashMap<>(Map.of(FOUND, row.state().name()));
        RunningSince.before(look, node, row.name()).ifPresent(since -> notes.put(RunningSince.NOTE, since));
        return new Decision.Act(
                service + " " + why,
                new Change.ByCommand(node, UtilsServiceControl.restart(row.name()), repeatable),
                notes);
    }

    private Decision restarted() {
        return new Decision.Done(service + " was restarted and is STARTED");
    }

    /** It was on its way before, too: only a person can tell whether it has stopped meanwhile. */
    private Decision starting(ClusterReader look, ServiceStatus row, LineMemory memory) {
        Decision.Act again = toBeRestarted(look, row, false);
        return memory.begunAtLeast(patience()) && memory.tries(again) == 0 ? again : onItsWay(row);
    }

    /** The start time tells whether the restart took place; where nobody tells it, only what was seen on the way. */
    private Decision inDoubt(ClusterReader look, ServiceStatus row, LineMemory memory) throws LinkException {
        String before = memory.notes().get(RunningSince.NOTE);
        Optional<String> now = before == null ? Optional.empty() : RunningSince.after(look, node, row.name());
        if (now.isEmpty()) {
            return memory.waited() || wasStopped(memory)
                    ? restarted()
                    : restart(look, row, "is STARTED; whether it was restarted is not known", false);
        }
        if (!now.get().equals(before)) {
            return new Decision.Done(service + " was restarted: it has been running since " + now.get()
                    + ", and had been since " + before);
        }
        return wouldShow(memory)
                ? restart(look, row, "was not restarted: it has been running since " + before, true)
                : new Decision.Wait(service + " has not stopped yet; it has been running since " + before);
    }

    private Decision stopped(ClusterReader look, ServiceStatus row, LineMemory memory, boolean inDoubt) {
        Decision.Act again = toBeRestarted(look, row, true);
        boolean mayBeRepeated = thenStarted || memory.triesInJob(again.change()) == 0;
        if (inDoubt && memory.tries(again) == 0 && (mayBeRepeated || !memory.actedAtLeast(config.patience()))) {
            return mayBeRepeated && wouldShow(memory)
                    ? again
                    : new Decision.Wait(service + " is " + row.state() + "; it may be restarted yet");
        }
        Decision.Act start = start(row, row.state() + " after the restart", Map.of(STARTED_BEHIND, "yes"));
        return thenStarted && memory.tries(start) == 0
                ? start
                : new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        service + " is " + row.state() + ServiceRow.note(row) + " after a restart"
                                + (thenStarted ? " and a start" : ""));
    }

    /** Whether a change that was heard would show by now. */
    private boolean wouldShow(LineMemory memory) {
        return memory.actedAtLeast(config.poll().multipliedBy(2));
    }

    private static boolean wasStopped(LineMemory memory) {
        return ServiceState.ofWord(memory.notes().getOrDefault(FOUND, ""))
                .filter(ServiceState::isStopped)
                .isPresent();
    }
}
