package io.presencemedic.runbook.step;

import io.presencemedic.cisco.FeatureCondition;
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

/**
 * Starts a service and sees it STARTED; tries once more where the first start failed (D1.5, D1.6, C6).
 *
 * @param featureConfigured whether an operator says that the feature is configured which the service needs (D8)
 */
record ServiceStart(Node node, ServiceName service, boolean featureConfigured, RunbookConfig config) implements Step {
    private static final int TRIES = 2;

    ServiceStart(Node node, ServiceName service, RunbookConfig config) {
        this(node, service, false, config);
    }

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
        return switch (row.get().state()) {
            case STARTED -> new Decision.Done(service + " is STARTED");
            case STARTING, STOPPING ->
                new Decision.Wait(service + " is " + row.get().state());
            case STOPPED, NOTRUNNING -> start(look, row.get(), memory);
        };
    }

    private Decision start(Look look, ServiceStatus row, LineMemory memory) throws LinkException {
        if (row.reason() == StopReason.NOT_ACTIVATED) {
            return ServiceRow.notActivated(node, service);
        }
        Optional<FeatureCondition> feature = FeatureCondition.of(service);
        if (feature.isPresent() && !featureConfigured) {
            return ServiceRow.notConfigured(node, feature.get());
        }
        return memory.acts() < TRIES
                ? new Decision.Act(
                        service + " is " + ServiceRow.words(row),
                        new Change.ByCommand(node, new UtilsServiceStart(row.name()), true))
                : new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        service + " is " + ServiceRow.words(row) + " after " + memory.acts() + " starts; "
                                + OwnSection.advice(look, node, service));
    }
}
