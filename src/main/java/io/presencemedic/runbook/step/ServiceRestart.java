package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.cisco.cli.UtilsServiceRestart;
import io.presencemedic.cisco.cli.UtilsServiceStart;
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
        return memory.acts() == 0 ? restart(row.get()) : follow(row.get(), memory);
    }

    private Decision restart(ServiceStatus row) {
        return new Decision.Act(
                service + " is " + row.state() + " and is to be restarted",
                new Change.ByCommand(node, new UtilsServiceRestart(row.name()), false));
    }

    private Decision follow(ServiceStatus row, LineMemory memory) {
        return switch (row.state()) {
            case STARTING, STOPPING -> new Decision.Wait(service + " is " + row.state());
            case STARTED ->
                memory.lastActUnknown() && !memory.waited()
                        ? restart(row)
                        : new Decision.Done(service + " was restarted and is STARTED");
            case STOPPED, NOTRUNNING -> startOrGiveUp(row, memory);
        };
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
