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
import java.util.ArrayList;
import java.util.List;

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

    /**
     * Some service of the group's nodes is STARTING.
     *
     * @param startsStopped whether what it may wait for is started by later lines
     */
    public Step servicesStuck(Group group, boolean startsStopped) {
        return new ServicesStuckCheck(group, startsStopped);
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

    /** The service is STARTED, also one whose feature an operator says to have configured (D8). */
    public Step serviceStartConfigured(Node node, ServiceName service) {
        return new ServiceStart(node, service, true, config);
    }

    /** The feature service is activated. */
    public Step serviceActivate(Node node, ServiceName service) {
        return new ServiceActivate(node, service, config);
    }

    /** The group has neither failed over nor is it in transition (C3). */
    public Step groupSteady(Group group) {
        return new GroupSteady(group);
    }

    /** The service is stopped on a node of the group. */
    public Step serviceDown(Group group, ServiceName service) {
        return new ServiceDownCheck(group, service);
    }

    /** Network services of the group's publisher are stopped (D3). */
    public Step networkServicesDown(Group group) {
        return new NetworkServicesDownCheck(group);
    }

    /** Services of the group's nodes are stopped that a start may bring back (D1.5, D1.6). */
    public Step servicesStopped(Group group) {
        return new StoppedServicesCheck(group);
    }

    /** Every service of an IM and Presence node that should run and was stopped is STARTED, in the order of starts. */
    public List<Step> stoppedServicesStart(Node node) {
        List<ServiceName> order = StartOrder.of(node);
        List<Step> steps = new ArrayList<>();
        order.stream().filter(StartOrder.BASE::contains).forEach(service -> steps.add(start(node, service)));
        steps.add(new StoppedServicesStart(
                node,
                "services of the platform",
                order.stream().filter(service -> !StartOrder.isOwn(service)).toList(),
                false,
                config));
        order.stream()
                .filter(service -> StartOrder.isOwn(service) && !StartOrder.BASE.contains(service))
                .forEach(service -> steps.add(start(node, service)));
        return steps;
    }

    private Step start(Node node, ServiceName service) {
        return new StoppedServicesStart(node, service.value(), List.of(service), false, config);
    }

    /** No service of the group's nodes is stopped that a start should have brought back. */
    public Step servicesStoppedNoMore(Group group) {
        return new StoppedServicesLeft(group, config);
    }

    /** What high availability needs of a node is started where that is possible (C2). */
    public Step criticalServicesStart(Node node) {
        return new BestEffort(new StoppedServicesStart(
                node,
                "services that high availability needs",
                StartOrder.HIGH_AVAILABILITY_PREREQUISITES,
                true,
                config));
    }

    /** The database of a node of the group is not STARTED (D4). */
    public Step databaseDown(Group group) {
        return new DatabaseDownCheck(group, config);
    }

    /** The replicator was restarted where the database does not run, with or without success (D4.2). */
    public Step replicatorRestart(Node node) {
        return new BestEffort(new WhenNotStarted(
                node, DocumentSection.DATABASE, new ServiceRestart(node, DocumentSection.REPLICATOR, config)));
    }

    /** The database of the node is STARTED (D4.3). */
    public Step databaseStart(Node node) {
        return new DatabaseStart(node, config);
    }
}
