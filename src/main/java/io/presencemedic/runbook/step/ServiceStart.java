package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.StopReason;
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

/** Starts a service and sees it STARTED; tries once more where the first start failed (D1.5, D1.6, C6). */
record ServiceStart(Node node, ServiceName service, RunbookConfig config) implements Step {
    private static final int TRIES = 2;

    @Override
    public String name() {
        return "service-start";
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
        return List.of(new UtilsServiceStart(service).text());
    }

    @Override
    public Decision decide(Look look, LineMemory memory) throws LinkException {
        Optional<ServiceStatus> row = ServiceRow.see(look, node, service);
        return row.isEmpty() ? ServiceRow.notListed(node, service) : decide(row.get(), memory);
    }

    private Decision decide(ServiceStatus row, LineMemory memory) {
        return switch (row.state()) {
            case STARTED -> new Decision.Done(service + " is STARTED");
            case STARTING, STOPPING -> new Decision.Wait(service + " is " + row.state());
            case STOPPED, NOTRUNNING -> start(row, memory);
        };
    }

    private Decision start(ServiceStatus row, LineMemory memory) {
        if (row.reason() == StopReason.NOT_ACTIVATED) {
            return ServiceRow.notActivated(node, service);
        }
        return memory.acts() < TRIES
                ? new Decision.Act(
                        service + " is " + row.state() + ServiceRow.note(row),
                        new Change.ByCommand(node, new UtilsServiceStart(service), true))
                : new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        service + " is " + ServiceState.STOPPED + ServiceRow.note(row) + " after " + memory.acts()
                                + " starts; go by the service's own section of the document");
    }
}
