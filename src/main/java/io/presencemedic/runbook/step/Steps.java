package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The steps and brackets that runbooks are written with. */
@ApplicationScoped
public class Steps {
    private final RunbookConfig config;

    Steps(RunbookConfig config) {
        this.config = config;
    }

    /** High availability of the group is off inside the bracket. */
    public Bracket withoutHighAvailability(Group group, Restoring.When restore) {
        return new Bracket(
                new HighAvailabilityDisable(group, config), new HighAvailabilityEnable(group, config), restore);
    }

    /** The node's replication-sync monitor is off inside the bracket. */
    public Bracket withoutMonitor(Node node, Restoring.When restore) {
        return new Bracket(new ReplicationSyncMonitor(node, false), new ReplicationSyncMonitor(node, true), restore);
    }

    /** High availability of the group is on. */
    public Step highAvailabilityEnable(Group group) {
        return new HighAvailabilityEnable(group, config);
    }

    /** The node's replication-sync monitor is on. */
    public Step monitorEnable(Node node) {
        return new ReplicationSyncMonitor(node, true);
    }

    /** Holds off for the duration. */
    public Step holdOff(String target, Duration duration) {
        return new HoldOff(target, duration);
    }

    /** Some service of the group's nodes is STARTING. */
    public Step servicesStuck(Group group) {
        return new ServicesStuck(group);
    }

    /** No service of the node is STARTING any more. */
    public Step awaitServicesStarted(Node node) {
        return new AwaitServicesStarted(node, config);
    }

    /** The service is STARTED. */
    public Step serviceStart(Node node, ServiceName service) {
        return new ServiceStart(node, service, config);
    }

    /** The service was restarted and is STARTED. */
    public Step serviceRestart(Node node, ServiceName service) {
        return new ServiceRestart(node, service, config);
    }
}
