package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Confirms that services of a group's nodes are STARTING, and not for a cause that has its own section; where none is,
 * nothing is to be done (D1.2, D2). One that is alone on its node goes by its own section unless the other node has
 * more.
 *
 * @param startsStopped whether services that are stopped, for which some of them wait, are started by later lines
 */
record ServicesStuckCheck(Group group, boolean startsStopped, RunbookConfig config) implements Step {
    /** Fewer services may be on their way after an ordinary restart of one of them. */
    private static final int SEVERAL = 3;

    @Override
    public String name() {
        return "confirm-services-starting";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.replicationPatience().plus(config.patience());
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        List<String> found = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        for (Node node : group.nodes()) {
            ServiceList list = look.ask(node, new UtilsServiceList());
            List<ServiceName> starting = list.in(ServiceState.STARTING);
            Optional<Decision> elsewhere = elsewhere(list, node, starting, memory);
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
            if (!starting.isEmpty()) {
                found.add(starting.size() + " STARTING on " + node.name() + ": " + StepMessages.of(starting));
            }
            if (starting.size() == 1
                    && DocumentSection.of(node, starting.get(0)).isPresent()) {
                alone.add(starting.get(0) + " alone is STARTING on " + node.name()
                        + DocumentSection.pointer(node, starting.get(0)));
            }
        }
        if (found.isEmpty()) {
            return new Decision.Unneeded("no service of group " + group.name() + " is STARTING");
        }
        return alone.size() == found.size()
                ? new Decision.Refuse("OWN_SECTION", String.join("; ", alone))
                : heldByReplication(look, memory, String.join("; ", found));
    }

    /**
     * Where replication is not set up, the Data Monitor holds the services back until it is (G6): that is waited for.
     * What this procedure switches off could not be switched on again before (C2), so a person sees to replication
     * first where high availability is on.
     */
    private Decision heldByReplication(ClusterReader look, LineMemory memory, String found) throws LinkException {
        Optional<String> lacking = ReplicationLook.lacking(look, group);
        if (lacking.isEmpty() || !GroupState.see(look, group).storedOn()) {
            return new Decision.Done(found);
        }
        String words = found + "; " + lacking.get()
                + ", which holds them back (G6), and without which high availability could not be enabled again (C2)";
        return memory.begunAtLeast(config.replicationPatience())
                ? new Decision.Refuse(
                        "REPLICATION_NOT_SET_UP",
                        words + "; set replication up first: the finding on it names the command")
                : new Decision.Wait(words);
    }

    /** What waits for something that another section is about. */
    private Optional<Decision> elsewhere(ServiceList list, Node node, List<ServiceName> starting, LineMemory memory) {
        if (!starting.isEmpty() && ServiceRow.isMissed(list, DocumentSection.DATABASE)) {
            boolean mayCome = list.in(ServiceState.STARTING).contains(DocumentSection.DATABASE)
                    && !memory.begunAtLeast(config.patience());
            return Optional.of(
                    mayCome
                            ? new Decision.Wait(DocumentSection.DATABASE + " is STARTING on " + node.name()
                                    + ", and so is what needs it")
                            : refused(list, node, starting.get(0), DocumentSection.DATABASE));
        }
        List<ServiceName> waiting = starting.stream()
                .filter(service -> list.stoppedNeed(service).isPresent())
                .toList();
        boolean severalStuck = starting.size() - waiting.size() >= SEVERAL;
        return waiting.isEmpty() || (startsStopped && severalStuck)
                ? Optional.empty()
                : list.stoppedNeed(waiting.get(0)).map(need -> refused(list, node, waiting.get(0), need));
    }

    private static Decision refused(ServiceList list, Node node, ServiceName service, ServiceName need) {
        return new Decision.Refuse(
                "NEEDED_SERVICE_DOWN",
                service + " is STARTING on " + node.name() + " and needs " + need + ", which is "
                        + ServiceRow.words(list, need) + "; that comes first" + DocumentSection.pointer(node, need));
    }
}
