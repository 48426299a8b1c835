package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
                new HighAvailabilityDisable(group, false, config),
                new HighAvailabilityEnable(group, config),
                restore,
                step -> new HighAvailabilityKeptOff(group, step));
    }

    /** High availability is off inside the bracket where the group is not Normal; otherwise it stays as it is (C3). */
    public Bracket withoutMovedHighAvailability(Group group) {
        return new Bracket(
                new HighAvailabilityDisable(group, true, config),
                new HighAvailabilityEnable(group, config),
                Restoring.When.OWED,
                step -> new HighAvailabilityKeptOff(group, step));
    }

    /** High availability of the group is off inside the bracket where the service does not run on the node. */
    public Bracket withoutHighAvailabilityWhileDown(Group group, Node node, ServiceName service) {
        return new Bracket(
                new WhenNotStarted(node, service, new HighAvailabilityDisable(group, false, config)),
                new HighAvailabilityEnable(group, config),
                Restoring.When.OWED,
                step -> new HighAvailabilityKeptOff(group, step));
    }

    /**
     * Users of a node that has failed over and whose services run are home again (C3); before a repair, and behind one
     * in which high availability may have stayed on and the group failed over meanwhile.
     */
    public Step usersHome(Group group) {
        return new GroupFallback(group, GroupFallback.IdleNode.LEFT_ASIDE, config);
    }

    /** The same, before a repair that is not begun where a person has moved the group by hand (F4). */
    public Step usersHomeUnlessMovedByHand(Group group) {
        return new GroupFallback(group, GroupFallback.IdleNode.IN_THE_WAY, config);
    }

    /** The same, and a node that stands idle serves again (F2, F4). */
    public Step idleHome(Group group) {
        return new GroupFallback(group, GroupFallback.IdleNode.CALLED_BACK, config);
    }

    /** The group has failed over, has failed or stands idle, and its services run (C3). */
    public Step groupMoved(Group group) {
        return new GroupMovedCheck(group, config);
    }

    /** A group whose nodes have all failed is recovered where that is possible (F3). */
    public Step failedRecovered(Group group) {
        return new GroupRecovery(group, false, config);
    }

    /** A group whose nodes have all failed is recovered (F3). */
    public Step groupRecovered(Group group) {
        return new GroupRecovery(group, true, config);
    }

    /** The Server Recovery Manager of the node was restarted where the group does not tell its state (F5). */
    public Step recoveryManagerRestart(Group group, Node node) {
        return new WhenUnknown(
                group, new BestEffort(new ServiceRestart(node, DocumentSection.RECOVERY_MANAGER, config)));
    }

    /** Ends the procedure where every node is Normal. */
    public Step groupNormal(Group group) {
        return new GroupNormalCheck(group, config);
    }

    /** The node's users are served by its peer (F1). */
    public Step nodeFailover(Node node) {
        return new NodeMove(node, true, config);
    }

    /** The node's users are served by itself (F2). */
    public Step nodeFallback(Node node) {
        return new NodeMove(node, false, config);
    }

    /** The node's replication-sync monitor is off inside the bracket where the service does not run on all nodes. */
    public Bracket withoutMonitorWhileDown(Node node, List<Node> nodes, ServiceName service) {
        return new Bracket(
                new ReplicationSyncMonitor(node, false, nodes, service),
                new ReplicationSyncMonitor(node, true),
                Restoring.When.OWED);
    }

    /** The service was restarted where it does not run, with or without success; later lines start it. */
    public Step restartWhereDown(Node node, ServiceName service) {
        return new BestEffort(new WhenNotStarted(node, service, new ServiceRestart(node, service, false, config)));
    }

    /** What replication says is on record; the procedure goes on. */
    public Step replicationLooked(Group group) {
        return new ReplicationLook(group);
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
        return new ServicesStuckCheck(group, startsStopped, config);
    }

    /** No service of the node is STARTING any more. */
    public Step awaitServicesStarted(Node node) {
        return new AwaitServicesStarted(node, config);
    }

    /** The step on the whole group, with those monitors of the group kept off that this job has switched off. */
    public Step withMonitorsOff(Group group, Step step) {
        return new MonitorKeptOff(null, group.nodes(), step, config);
    }

    /** The step on a node of the group, with those monitors of the group kept off that this job has switched off. */
    public Step withMonitorsOff(Group group, Node node, Step step) {
        return new MonitorKeptOff(node, group.nodes(), step, config);
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

    /** The service is stopped on a node of the group. */
    public Step serviceDown(Group group, ServiceName service) {
        return new ServiceDownCheck(group, service);
    }

    /** Network services of the group's publisher are stopped (D3). */
    public Step networkServicesDown(Group group) {
        return new NetworkServicesDownCheck(group);
    }

    /** Services of the group's nodes are stopped that a start may bring back (D1.5, D1.6). */
    public Step servicesStopped(Group group, boolean ownSections) {
        return new StoppedServicesCheck(group, ownSections);
    }

    /** What is stopped on the node and has no section of its own was started, in order (D1.5). */
    public Step restStart(Node node) {
        return new StoppedServicesStart(node, ServiceSelection.REST, config);
    }

    /** Whatever is stopped on the node and should run was started, in order. */
    public Step allStart(Node node) {
        return new StoppedServicesStart(node, ServiceSelection.ALL, config);
    }

    /** These services of the node are STARTED, each before the next. */
    public Step servicesStart(Node node, String label, List<ServiceName> services) {
        return new StoppedServicesStart(node, ServiceSelection.of(label, services), config);
    }

    /** No service of the group's nodes is stopped that a start should have brought back. */
    public Step servicesStoppedNoMore(Group group) {
        return new StoppedServicesLeft(group, true, config);
    }

    /** What is left not started is named. */
    public Step nameLeft(Group group) {
        return new StoppedServicesLeft(group, false, config);
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

    /** The database of the node is STARTED, or the document's steps did not help (D4.3). */
    public Step databaseStart(Node node) {
        return new BestEffort(new DatabaseStart(node, config));
    }

    /** The databases of all nodes are STARTED (D4.4). */
    public Step databasesStarted(Group group) {
        return new DatabasesStartedCheck(group);
    }
}
