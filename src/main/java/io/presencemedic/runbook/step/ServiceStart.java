package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.FeatureCondition;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import java.util.Map;
import java.util.Optional;

/**
 * Starts a service once and sees it STARTED; after a failed start its own section goes on (D1.5, D1.6, C6).
 *
 * @param featureConfigured whether an operator says that the feature is configured which the service needs (D8)
 */
record ServiceStart(Node node, ServiceName service, boolean featureConfigured, RunbookConfig config)
        implements OnActivatedService {
    /** A service is started once by a line, and twice by a job. */
    private static final int MOST_IN_JOB = 2;

    ServiceStart(Node node, ServiceName service, RunbookConfig config) {
        this(node, service, false, config);
    }

    @Override
    public String name() {
        return "service-start";
    }

    @Override
    public Decision decide(ClusterReader look, ServiceStatus row, LineMemory memory) throws LinkException {
        return switch (row.state()) {
            case STARTED -> new Decision.Done(service + " is STARTED");
            case STARTING -> starting(look, row, memory);
            case STOPPING -> onItsWay(row);
            case STOPPED, NOTRUNNING -> stopped(look, row, memory);
        };
    }

    /** What does not get on by itself is started by hand as well, unless it is one of many (D2). */
    private Decision starting(ClusterReader look, ServiceStatus row, LineMemory memory) throws LinkException {
        Decision.Act start = start(row, ServiceRow.words(row) + " and does not get on by itself", Map.of());
        return memory.begunAtLeast(config.patience())
                        && memory.tries(start) == 0
                        && memory.triesInJob(start.change()) < MOST_IN_JOB
                        && ServiceRow.isAloneStarting(look.ask(node, new UtilsServiceList()))
                ? start
                : onItsWay(row);
    }

    private Decision stopped(ClusterReader look, ServiceStatus row, LineMemory memory) throws LinkException {
        Optional<FeatureCondition> feature = FeatureCondition.of(service);
        if (feature.isPresent() && !featureConfigured) {
            return ServiceRow.notConfigured(node, feature.get());
        }
        Decision.Act start = start(row, ServiceRow.words(row), Map.of());
        int tries = memory.tries(start);
        return tries == 0 && memory.triesInJob(start.change()) < MOST_IN_JOB
                ? start
                : new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        service + " is " + ServiceRow.words(row) + " after a start by hand; "
                                + DocumentSection.advice(look, node, row.name()),
                        DocumentSection.context(node, row.name()));
    }
}
