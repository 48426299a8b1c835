package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ChangedRows;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.ServiceControl;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.StopReason;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.RunSqlUpdate;
import io.presencemedic.cisco.cli.SetReplicationSyncMonitor;
import io.presencemedic.cisco.cli.UtilsServiceActivate;
import io.presencemedic.cisco.cli.UtilsServiceRestart;
import io.presencemedic.cisco.cli.UtilsServiceStart;
import io.presencemedic.cisco.soap.AddServerToGroup;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cisco.soap.SetHighAvailability;
import io.presencemedic.cluster.Node;
import java.time.Duration;

/** What changes do to the cluster on paper, unless a test planted another reaction. */
final class FakeChanges {
    private static final Duration TRAVEL = Duration.ofSeconds(60);

    private FakeChanges() {}

    static Object change(FakeCluster cluster, Node node, Command<?> command) {
        String text = node.name() + ": " + command.text();
        cluster.heard.add(text);
        Object answer = effect(cluster, node, command);
        cluster.reactions.getOrDefault(text, () -> {}).run();
        return answer;
    }

    private static Object effect(FakeCluster cluster, Node node, Command<?> command) {
        if (command instanceof UtilsServiceStart start) {
            return start(cluster, node, start.service());
        } else if (command instanceof UtilsServiceRestart restart) {
            return start(cluster, node, restart.service());
        } else if (command instanceof UtilsServiceActivate activate) {
            cluster.set(node, activate.service(), ServiceState.STOPPED, StopReason.COMMANDED_OUT_OF_SERVICE);
            return new ServiceControl(activate.service(), null, null, false);
        } else if (command instanceof SetReplicationSyncMonitor set) {
            cluster.monitors.put(node, command.text().endsWith("enable"));
            return set.text();
        }
        RunSqlUpdate update = (RunSqlUpdate) command;
        cluster.enterpriseNodes.values().forEach(rows -> rows.replaceAll(row -> updated(row, update)));
        return new ChangedRows(1);
    }

    private static EnterpriseNode updated(EnterpriseNode row, RunSqlUpdate update) {
        return row.id() == update.nodeId() ? new EnterpriseNode(row.id(), row.name(), update.subclusterId()) : row;
    }

    private static ServiceControl start(FakeCluster cluster, Node node, ServiceName service) {
        boolean starts = cluster.mayStart.test(node, service);
        cluster.set(
                node,
                service,
                starts ? ServiceState.STARTED : ServiceState.STOPPED,
                starts ? null : StopReason.NOT_RUNNING);
        return new ServiceControl(service, cluster.state(node, service), null, starts);
    }

    static Object change(FakeCluster cluster, Operation<?> operation) {
        cluster.heard.add(operation.summary());
        if (operation instanceof SetHighAvailability set) {
            cluster.haStored = set.on();
            cluster.agenda.after(TRAVEL, () -> cluster.haLive = cluster.haStored);
        } else if (operation instanceof AddServerToGroup add) {
            cluster.server2 = add.server();
        }
        cluster.reactions.getOrDefault(operation.summary(), () -> {}).run();
        return FakeCluster.UUID;
    }
}
