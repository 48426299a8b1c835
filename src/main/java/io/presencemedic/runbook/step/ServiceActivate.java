package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceControl;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.KnownService;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceKind;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import java.util.List;

/** Activates a feature service (D1.4). */
record ServiceActivate(Node node, ServiceName service, RunbookConfig config) implements OnService {
    private static final int TRIES = 2;

    @Override
    public String name() {
        return "service-activate";
    }

    @Override
    public List<String> wouldSend() {
        return List.of(UtilsServiceControl.activate(service).text());
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        ServiceList list = look.ask(node, new UtilsServiceList());
        ServiceStatus row = list.find(service).orElse(null);
        if (row == null) {
            return ServiceRow.missing(list, node, service);
        }
        if (row.reason() == StopReason.NOT_ACTIVATED) {
            return activate(row, memory);
        }
        return memory.acts() == 0
                ? new Decision.Unneeded(
                        service + " is activated on " + node.name() + "; it is " + ServiceRow.words(row))
                : new Decision.Done(service + " is activated" + condition());
    }

    private Decision activate(ServiceStatus row, LineMemory memory) {
        KnownService known = ServiceCatalog.describe(service).orElseThrow();
        if (known.kind() != ServiceKind.FEATURE) {
            return new Decision.Refuse(
                    "NOT_A_FEATURE_SERVICE", service + " is no feature service: it runs without being activated");
        }
        if (known.publisherOnly() && !node.role().isPublisher()) {
            return new Decision.Refuse(
                    "PUBLISHER_ONLY", service + " runs on the publisher only, and " + node.name() + " is none");
        }
        if (memory.acts() > 0 && !memory.actedAtLeast(config.poll().multipliedBy(2))) {
            return new Decision.Wait(service + " is not shown as activated yet");
        }
        Decision.Act activate = new Decision.Act(
                        service + " is not activated on " + node.name(),
                        new Change.ByCommand(node, UtilsServiceControl.activate(row.name()), true))
                .found(StopReason.NOT_ACTIVATED.name());
        int tries = memory.tries(activate);
        return tries < TRIES
                ? activate
                : new Decision.Fail(
                        "SERVICE_NOT_ACTIVATED",
                        service + " is still not activated after " + tries
                                + " tries; activate it in Cisco Unified Serviceability > Tools > Service Activation");
    }

    private String condition() {
        return FeatureCondition.of(service)
                .map(feature ->
                        "; it starts once its feature is configured (" + feature.item() + "): " + feature.condition())
                .orElse("");
    }
}
