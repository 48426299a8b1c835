package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Waits until no service of a node is STARTING any more, about five minutes at most (D2.3); then goes on where the rest
 * waits for services that are stopped, whose start has its own place in the document.
 */
record AwaitServicesStarted(Node node, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "await-services-started";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public Duration patience() {
        return config.patience();
    }

    @Override
    public boolean onlyWaits() {
        return true;
    }

    @Override
    public List<String> wouldSend() {
        return List.of(new UtilsServiceList().text());
    }

    @Override
    public Decision decide(Look look, LineMemory memory) throws LinkException {
        ServiceList services = look.ask(node, new UtilsServiceList());
        List<ServiceName> moving = new ArrayList<>(services.in(ServiceState.STARTING));
        moving.addAll(services.in(ServiceState.STOPPING));
        String started = services.in(ServiceState.STARTED).size() + " services are STARTED, ";
        if (moving.isEmpty()) {
            return new Decision.Done(started + "none is STARTING");
        }
        boolean othersFirst = moving.stream()
                .allMatch(service -> ServiceRow.stoppedNeed(services, service).isPresent());
        return othersFirst && memory.begunAtLeast(config.patience())
                ? new Decision.Done(started + "the rest waits for what is stopped: " + waiting(services, moving))
                : new Decision.Wait(moving.size() + " services are not STARTED yet: " + Words.of(moving));
    }

    private String waiting(ServiceList services, List<ServiceName> moving) {
        return moving.stream()
                .flatMap(service -> ServiceRow.stoppedNeed(services, service).stream()
                        .map(need -> service + " needs " + need + OwnSection.pointer(node, need)))
                .collect(Collectors.joining("; "));
    }
}
