package io.presencemedic.job.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.cluster.Transport;
import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.Line;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.Step;
import io.presencemedic.runbook.TargetKind;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds what a job works on and makes the plan for it. */
public final class TargetFinder {
    private static final Logger LOG = Logger.getLogger(TargetFinder.class);

    private final Cluster cluster;
    private final ClusterLink link;

    TargetFinder(Cluster cluster, ClusterLink link) {
        this.cluster = cluster;
        this.link = link;
    }

    /**
     * Finds the target on the live cluster.
     *
     * @throws TargetRefused where there is no such target, or several and none is named
     */
    JobEvent.Planned find(Runbook runbook, JobTarget target, ObjectNode parameters)
            throws LinkException, TargetRefused {
        check(cluster, runbook.card().target(), target);
        JobEvent.Planned found =
                switch (runbook.card().target()) {
                    case GROUP -> new JobEvent.Planned(planned(group(target.group())), null, List.of());
                    case NODE ->
                        new JobEvent.Planned(
                                runbook.wantsGroupOfPublisher() ? groupOfPublisher() : null,
                                node(cluster, target.node()).name(),
                                List.of());
                    case CLUSTER -> new JobEvent.Planned(null, null, List.of());
                };
        Plan plan = runbook.plan(scope(cluster, found.group(), found.node(), parameters));
        requireWays(plan, found);
        return new JobEvent.Planned(found.group(), found.node(), Chapters.outline(plan));
    }

    /** A procedure that the transport would stop in the middle is not begun. */
    private void requireWays(Plan plan, JobEvent.Planned found) throws LinkException {
        Optional<Line> barred = cluster.transport() == Transport.SOAP
                ? plan.lines().stream().filter(line -> line.step().needsCli()).findFirst()
                : Optional.empty();
        if (barred.isPresent()) {
            Step step = barred.get().step();
            Node node = found.node() == null ? Groups.publisher(cluster) : known(cluster, found.node());
            throw new LinkException(new LinkFailure.NotByThisTransport(
                    node.name(),
                    "line " + barred.get().number() + ", " + step.name() + " of " + step.target(),
                    cluster.transport(),
                    "the platform's CLI alone can, and nothing was begun"));
        }
    }

    /** The scope that a job was planned for. */
    static Scope scope(
            Cluster cluster, JobEvent.@Nullable PlannedGroup named, @Nullable String nodeName, ObjectNode parameters) {
        Group group = named == null
                ? null
                : new Group(
                        named.uuid(),
                        named.name(),
                        named.nodes().stream().map(name -> known(cluster, name)).toList());
        Node node = nodeName == null ? null : known(cluster, nodeName);
        return new Scope(cluster, group, node, new Parameters(parameters));
    }

    private static Node known(Cluster cluster, String name) {
        return cluster.node(name)
                .orElseThrow(() -> new IllegalStateException("node " + name + " is not in the inventory any more"));
    }

    /**
     * Refuses a target that cannot be right, by the inventory alone.
     *
     * @throws TargetRefused where it is of the wrong kind, or names a node that is not there
     */
    public static void check(Cluster cluster, TargetKind kind, JobTarget target) throws TargetRefused {
        refuseTheOther(kind, target);
        if (kind == TargetKind.NODE) {
            node(cluster, target.node());
        }
    }

    private static void refuseTheOther(TargetKind kind, JobTarget target) throws TargetRefused {
        if (kind != TargetKind.NODE && target.node() != null) {
            throw new TargetRefused("TARGET_NOT_FITTING", "target.node", worksOn(kind) + ", not on a node");
        }
        if (kind != TargetKind.GROUP && target.group() != null) {
            throw new TargetRefused(
                    "TARGET_NOT_FITTING", "target.group", worksOn(kind) + ", not on a redundancy group");
        }
    }

    private static String worksOn(TargetKind kind) {
        return switch (kind) {
            case GROUP -> "this runbook works on a redundancy group";
            case NODE -> "this runbook works on a node";
            case CLUSTER -> "this runbook works on the whole cluster";
        };
    }

    private static Node node(Cluster cluster, @Nullable String name) throws TargetRefused {
        String nodes =
                String.join(", ", cluster.nodes().stream().map(Node::name).toList());
        if (name == null) {
            throw new TargetRefused("TARGET_REQUIRED", "target.node", "name one of the nodes: " + nodes);
        }
        return cluster.node(name)
                .orElseThrow(() -> new TargetRefused(
                        "NODE_UNKNOWN", "target.node", "there is no such node; the cluster has: " + nodes));
    }

    private Group group(@Nullable String name) throws LinkException, TargetRefused {
        Groups groups = Groups.read(cluster, link);
        String wanted = chosen(groups.names(), name);
        try {
            return groups.group(wanted);
        } catch (IllegalArgumentException e) {
            throw new TargetRefused("GROUP_MEMBER_UNKNOWN", "target.group", String.valueOf(e.getMessage()));
        }
    }

    /**
     * The group that is meant.
     *
     * @param name as it is asked for; null for the only one
     * @throws TargetRefused where there is no such group, or several and none is named
     */
    public static String chosen(List<String> groups, @Nullable String name) throws TargetRefused {
        String names = String.join(", ", groups);
        if (name == null && groups.size() != 1) {
            throw new TargetRefused(
                    groups.isEmpty() ? "GROUP_UNKNOWN" : "TARGET_REQUIRED",
                    "target.group",
                    groups.isEmpty()
                            ? "the cluster has no redundancy group"
                            : "the cluster has several redundancy groups; name one of: " + names);
        }
        String wanted = name == null ? groups.get(0) : name;
        if (!groups.contains(wanted)) {
            throw new TargetRefused(
                    "GROUP_UNKNOWN", "target.group", "there is no such redundancy group; the cluster has: " + names);
        }
        return wanted;
    }

    /** The publisher's group; null where CUCM does not tell: the runbook may be the one that finds out why. */
    private JobEvent.@Nullable PlannedGroup groupOfPublisher() {
        Optional<Node> publisher = cluster.first(NodeRole.IMP_PUBLISHER);
        try {
            return publisher.isEmpty()
                    ? null
                    : Groups.read(cluster, link)
                            .of(publisher.get())
                            .map(TargetFinder::planned)
                            .orElse(null);
        } catch (LinkException e) {
            LOG.debugf("The redundancy group of %s cannot be read: %s", cluster.id(), e.getMessage());
            return null;
        }
    }

    private static JobEvent.PlannedGroup planned(Group group) {
        return new JobEvent.PlannedGroup(
                group.uuid(),
                group.name(),
                group.nodes().stream().map(Node::name).toList());
    }
}
