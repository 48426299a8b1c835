package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until no service of a node is STARTING any more, about five minutes at most (D2.3). */
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
        return config.patience().multipliedBy(2);
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
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        ServiceList services = look.ask(node, new UtilsServiceList());
        List<ServiceName> moving = new ArrayList<>(services.in(ServiceState.STARTING));
        moving.addAll(services.in(ServiceState.STOPPING));
        return moving.isEmpty()
                ? new Decision.Done(
                        services.in(ServiceState.STARTED).size() + " services are STARTED, none is STARTING")
                : new Decision.Wait(moving.size() + " services are not STARTED yet: " + StepMessages.of(moving));
    }
}
