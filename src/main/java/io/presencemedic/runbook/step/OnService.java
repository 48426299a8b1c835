package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;

/** A step on one service of a node. */
interface OnService extends Step {
    Node node();

    ServiceName service();

    RunbookConfig config();

    @Override
    default String target() {
        return node().name() + ": " + service();
    }

    @Override
    default Duration patience() {
        return config().patience().multipliedBy(2);
    }
}
