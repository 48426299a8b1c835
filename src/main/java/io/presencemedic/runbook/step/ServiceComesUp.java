package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import java.time.Duration;
import java.util.Map;

/** Lets a service about five minutes to start by itself, then starts it by hand (D6.3, D6.4). */
record ServiceComesUp(Node node, ServiceName service, RunbookConfig config) implements OnActivatedService {
    /** A service is started once by a line, and twice by a job. */
    private static final int MOST_IN_JOB = 2;

    private static final int WAITS = 3;

    @Override
    public String name() {
        return "service-comes-up";
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
    public Decision decide(ClusterReader look, ServiceStatus row, LineMemory memory) throws LinkException {
        Decision.Act start = start(row, ServiceRow.words(row) + " and did not start by itself", Map.of());
        return switch (row.state()) {
            case STARTED -> new Decision.Done(service + " is STARTED");
            case STARTING, STOPPING ->
                mayComeByItself(start, memory) || memory.tries(start) > 0 ? onItsWay(row) : start;
            case STOPPED, NOTRUNNING -> stopped(look, row, start, memory);
        };
    }

    private Decision stopped(ClusterReader look, ServiceStatus row, Decision.Act start, LineMemory memory)
            throws LinkException {
        if (mayComeByItself(start, memory)) {
            return new Decision.Wait(service + " is " + ServiceRow.words(row) + "; it has "
                    + StepMessages.of(config.patience()) + " to start by itself");
        }
        int tries = memory.tries(start);
        return tries == 0 && memory.triesInJob(start.change()) < MOST_IN_JOB
                ? start
                : new Decision.Fail(
                        "SERVICE_NOT_STARTED",
                        service + " is " + ServiceRow.words(row) + " after a start by hand; "
                                + DocumentSection.advice(look, node, service),
                        DocumentSection.context(node, service));
    }

    private boolean mayComeByItself(Decision.Act start, LineMemory memory) {
        return memory.tries(start) == 0 && !memory.begunAtLeast(config.patience());
    }
}
