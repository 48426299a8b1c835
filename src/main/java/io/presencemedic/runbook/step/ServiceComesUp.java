package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
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
import java.util.Optional;

/** Lets a service about five minutes to start by itself, then starts it by hand (D6.3, D6.4). */
record ServiceComesUp(Node node, ServiceName service, RunbookConfig config) implements Step {
    private static final int TRIES = 2;
    private static final int WAITS = 1 + TRIES;

    @Override
    public String name() {
        return "service-comes-up";
    }

    @Override
    public String target() {
        return node.name() + ": " + service;
    }

    @Override
    public Duration patience() {
        return config.patience().multipliedBy(WAITS);
    }

    @Override
    public boolean onlyWaits() {
        return true;
    }

    @Override
    public boolean needsCli() {
        return DoControlServices.isBySshOnly(service);
    }

    @Override
    public List<String> wouldSend() {
        return List.of(new UtilsServiceStart(service).text());
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
        return switch (row.get().state()) {
            case STARTED -> new Decision.Done(service + " is STARTED");
            case STARTING, STOPPING ->
                mayComeByItself(memory) || memory.acts() > 0
                        ? new Decision.Wait(service + " is " + row.get().state())
                        : start(row.get());
            case STOPPED, NOTRUNNING -> stopped(look, row.get(), memory);
        };
    }

    private Decision stopped(Look look, ServiceStatus row, LineMemory memory) throws LinkException {
        if (mayComeByItself(memory)) {
            return new Decision.Wait(service + " is " + ServiceRow.words(row) + "; it has "
                    + Words.of(config.patience()) + " to start by itself");
        }
        return memory.acts() < TRIES
                ? start(row)
                : new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        service + " is " + ServiceRow.words(row) + " after " + memory.acts() + " starts; "
                                + OwnSection.advice(look, node, service));
    }

    private boolean mayComeByItself(LineMemory memory) {
        return memory.acts() == 0 && !memory.begunAtLeast(config.patience());
    }

    private Decision start(ServiceStatus row) {
        return new Decision.Act(
                service + " is " + ServiceRow.words(row) + " and did not start by itself",
                new Change.ByCommand(node, new UtilsServiceStart(row.name()), true));
    }
}
