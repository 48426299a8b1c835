package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.cisco.cli.UtilsServiceRestart;
import io.presencemedic.cisco.cli.UtilsServiceStart;
import io.presencemedic.cisco.soap.DoControlServices;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Restarts a service once and sees it STARTED again; never by a stop and a start (C4, C6, C8). */
record ServiceRestart(Node node, ServiceName service, RunbookConfig config) implements Step {
    private static final int RESTART_AND_START = 2;

    @Override
    public String name() {
        return "service-restart";
    }

    @Override
    public String target() {
        return node.name() + ": " + service;
    }

    @Override
    public Duration patience() {
        return config.patience();
    }

    @Override
    public boolean needsCli() {
        return DoControlServices.isBySshOnly(service);
    }

    @Override
    public List<String> wouldSend() {
        return List.of(new UtilsServiceRestart(service).text());
    }

    @Override
    public Decision decide(Look look, LineMemory memory) throws LinkException {
        Optional<ServiceStatus> row = ServiceRow.see(look, node, service);
        if (row.isEmpty()) {
            return ServiceRow.notListed(node, service);
        }
        if (row.get().reason() == StopReason.NOT_ACTIVATED) {
            return ServiceRow.notActivated(node, service);
        }
        return memory.acts() == 0
                ? restart(look, row.get(), "is " + row.get().state() + " and is to be restarted", false)
                : follow(look, row.get(), memory);
    }

    private Decision restart(Look look, ServiceStatus row, String why, boolean repeatable) {
        Map<String, String> notes = RunningSince.before(look, node, row.name())
                .map(since -> Map.of(RunningSince.NOTE, since))
                .orElse(Map.of());
        return new Decision.Act(
                service + " " + why,
                new Change.ByCommand(node, new UtilsServiceRestart(row.name()), repeatable),
                notes);
    }

    private Decision follow(Look look, ServiceStatus row, LineMemory memory) throws LinkException {
        return switch (row.state()) {
            case STARTING, STOPPING -> new Decision.Wait(service + " is " + row.state());
            case STARTED -> memory.lastActUnknown() ? inDoubt(look, row, memory) : restarted();
            case STOPPED, NOTRUNNING -> startOrGiveUp(row, memory);
        };
    }

    private Decision restarted() {
        return new Decision.Done(service + " was restarted and is STARTED");
    }

    /** The start time tells whether the restart took place; where nobody tells it, only what was seen on the way. */
    private Decision inDoubt(Look look, ServiceStatus row, LineMemory memory) throws LinkException {
        String before = memory.notes().get(RunningSince.NOTE);
        Optional<String> now = before == null ? Optional.empty() : RunningSince.after(look, node, row.name());
        if (now.isEmpty()) {
            return memory.waited()
                    ? restarted()
                    : restart(look, row, "is STARTED; whether it was restarted is not known", false);
        }
        if (!now.get().equals(before)) {
            return new Decision.Done(service + " was restarted: it has been running since " + now.get()
                    + ", and had been since " + before);
        }
        return memory.actedAtLeast(config.poll().multipliedBy(2))
                ? restart(look, row, "was not restarted: it has been running since " + before, true)
                : new Decision.Wait(service + " has not stopped yet; it has been running since " + before);
    }

    private Decision startOrGiveUp(ServiceStatus row, LineMemory memory) {
        return memory.acts() < RESTART_AND_START
                ? new Decision.Act(
                        service + " is " + row.state() + " after the restart",
                        new Change.ByCommand(node, new UtilsServiceStart(row.name()), true))
                : new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        service + " is " + row.state() + ServiceRow.note(row) + " after a restart and a start");
    }
}
