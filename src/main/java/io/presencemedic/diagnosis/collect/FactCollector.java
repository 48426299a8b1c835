package io.presencemedic.diagnosis.collect;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.HeldOff;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.link.Deadline;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Hold;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known about a cluster from its nodes: all nodes and both ways to each side by side, the questions by
 * the command line over up to two sessions, and one deadline for everything. A node that does not answer spoils nothing
 * but its own facts.
 */
public final class FactCollector {
    private static final int MOST_NODES_AT_ONCE = 32;
    private static final int THREADS_FOR_A_NODE = 3;
    private static final Duration ACCOUNT_PATIENCE = Duration.ofSeconds(10);

    private final ClusterReader look;
    private final Cluster cluster;
    private final Map<Node, NodeInterview> interviews = new LinkedHashMap<>();

    private FactCollector(ClusterReader look) {
        this.look = look;
        this.cluster = look.cluster();
        SharedAccount account = new SharedAccount(ACCOUNT_PATIENCE);
        for (Node node : cluster.nodes()) {
            NodeInterview interview = new NodeInterview(look, node, account);
            interview.plan(Questions.of(node.role(), cluster.transport()));
            interviews.put(node, interview);
        }
    }

    /**
     * Reads the facts. Blocking, and not much longer than the patience; a thread that still waits for a node then ends
     * when the look's link is closed. Nothing is changed, and no secret is kept but in the values of tables.
     *
     * @param patience how long the whole may take; a fact that is not there by then is unknown
     * @throws LinkException where this service gave the link up in the meantime: the facts would say nothing
     * @throws io.presencemedic.runbook.ClaimLost where another worker has the job by now
     */
    public static ClusterFacts collect(ClusterReader look, Duration patience) throws LinkException {
        return new FactCollector(look).collect(patience);
    }

    private ClusterFacts collect(Duration patience) throws LinkException {
        Deadline deadline = Deadline.in(patience);
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS_FOR_A_NODE * Math.min(interviews.size(), MOST_NODES_AT_ONCE), FactCollector::thread);
        interviews.forEach((node, interview) -> {
            threads.execute(() -> interview(node, interview));
            threads.execute(() -> interview.ask(Question.Way.WEB_SERVICE));
            threads.execute(() -> interview.help(Question.Way.COMMAND_LINE));
        });
        threads.shutdown();
        boolean interrupted = await(threads, deadline);
        List<NodeFacts> facts =
                interviews.values().stream().map(each -> each.end(patience)).toList();
        requireWhole(interrupted);
        return new ClusterFacts(facts, cluster, heldOff(facts));
    }

    private static boolean await(ExecutorService threads, Deadline deadline) {
        try {
            threads.awaitTermination(deadline.waitMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void requireWhole(boolean interrupted) throws LinkException {
        for (NodeInterview interview : interviews.values()) {
            interview.requireWhole();
        }
        if (interrupted) {
            throw new LinkException(new LinkFailure.Lost(cluster.id(), "diagnosis", "the work was interrupted"));
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fact-collector");
        thread.setDaemon(true);
        return thread;
    }

    private void interview(Node node, NodeInterview interview) {
        interview.ask(Question.Way.COMMAND_LINE);
        try {
            switch (node.role()) {
                case IMP_PUBLISHER, IMP_SUBSCRIBER -> SyncAgentTrace.followOn(interview, node.role());
                case CUCM_PUBLISHER -> {
                    NodeInterview presence = presencePublisher();
                    if (presence != null) {
                        SyncAgentTrace.followOn(interview, presence);
                    }
                    SyncAgentTrace.keys(interview, presenceInterviews());
                }
                case CUCM_SUBSCRIBER -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable NodeInterview presencePublisher() {
        return cluster.first(NodeRole.IMP_PUBLISHER).map(interviews::get).orElse(null);
    }

    private Map<NodeInterview, NodeRole> presenceInterviews() {
        Map<NodeInterview, NodeRole> presence = new LinkedHashMap<>();
        interviews.forEach((node, interview) -> {
            if (node.role().isPresence()) {
                presence.put(interview, node.role());
            }
        });
        return presence;
    }

    /** What is held off by our own record; the platform cannot be asked for the monitors (C5). */
    private List<HeldOff> heldOff(List<NodeFacts> facts) {
        Stream<Hold> groups = groups(facts).distinct().map(Hold::highAvailability);
        Stream<Hold> monitors = cluster.presenceNodes().stream().map(node -> Hold.replicationSyncMonitor(node.name()));
        return Stream.concat(groups, monitors)
                .flatMap(hold -> look.heldOffBy(hold).map(job -> new HeldOff(hold, job, look.isLeftOff(hold))).stream())
                .toList();
    }

    private static Stream<String> groups(List<NodeFacts> facts) {
        Stream<String> configured = facts.stream()
                .flatMap(node -> node.known(FactKey.REDUNDANCY_GROUPS).stream())
                .flatMap(fact -> fact.value().groups().stream())
                .map(RedundancyGroup::name);
        Stream<String> reported = facts.stream()
                .flatMap(node -> node.known(FactKey.HIGH_AVAILABILITY).stream())
                .flatMap(fact -> fact.value().groups().stream())
                .map(HighAvailability.Group::name);
        return Stream.concat(configured, reported);
    }
}
