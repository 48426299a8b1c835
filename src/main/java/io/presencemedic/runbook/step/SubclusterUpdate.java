package io.presencemedic.runbook.step;

import io.presencemedic.cisco.cli.RunSqlUpdate;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ChangeReply;
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
import java.util.stream.Collectors;

/**
 * Binds the second node of a group to the subcluster of the first, once a person has approved the exact statement, and
 * reads both rows back on both nodes (D6.3).
 */
record SubclusterUpdate(Group group, RunbookConfig config) implements Step {
    private static final String NO_ROW = "0";

    @Override
    public String name() {
        return "subcluster-update";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        if (group.nodes().size() < 2) {
            return new Decision.Refuse(
                    "GROUP_OF_ONE",
                    "group " + group.name()
                            + " has one node only; where the other should be in it, go by D6.2, presence-engine-outside-group");
        }
        List<SubclusterRows> copies = new ArrayList<>();
        for (Node node : group.nodes()) {
            copies.add(SubclusterRows.see(look, node, group));
        }
        Optional<SubclusterRows> unsound =
                copies.stream().filter(copy -> !copy.isSound()).findFirst();
        if (unsound.isPresent()) {
            return new Decision.Refuse(
                    "ENTERPRISENODE_UNCLEAR",
                    "the table enterprisenode on " + unsound.get().copy().name()
                            + " has not exactly one row for each of " + names() + "; TAC case");
        }
        String words = copies.stream().map(SubclusterRows::words).collect(Collectors.joining("; "));
        SubclusterRows wrong =
                copies.stream().filter(copy -> !copy.isEqual()).findFirst().orElse(null);
        if (wrong == null) {
            return memory.acts() == 0 ? new Decision.Unneeded(words) : new Decision.Done(words);
        }
        return memory.acts() > 0 && !memory.lastActUnknown() ? follow(words, memory) : ask(look, wrong, words);
    }

    private Decision follow(String words, LineMemory memory) {
        if (NO_ROW.equals(memory.notes().get(ChangeReply.CHANGED_ROWS))) {
            return new Decision.Fail("SUBCLUSTER_NOT_CHANGED", "the statement changed no row; " + words + "; TAC case");
        }
        return memory.actedAtLeast(config.patience())
                ? new Decision.Fail("SUBCLUSTER_STILL_DIFFERS", words + " after the change; TAC case")
                : new Decision.Wait(words + "; the change is on its way");
    }

    private Decision ask(ClusterReader look, SubclusterRows wrong, String words) throws LinkException {
        PresenceEngines engines = PresenceEngines.see(look, group.nodes());
        Decision obstacle = engines.obstacle();
        if (obstacle != null) {
            return obstacle;
        }
        if (engines.allStarted()) {
            return new Decision.Refuse(
                    "PRESENCE_ENGINE_RUNS",
                    words + ", and " + engines.words()
                            + "; the document changes the table only where one does not start");
        }
        String right = wrong.one().subclusterId();
        boolean isAnchored =
                wrong.other().subclusterId() == null || group.nodes().get(0).role() == NodeRole.IMP_PUBLISHER;
        if (right == null || !isAnchored) {
            return new Decision.Refuse(
                    "SUBCLUSTER_UNCLEAR", words + "; which of them is right cannot be told; TAC case");
        }
        return new Decision.Ask(
                words + "; " + engines.words()
                        + ". Cisco recommends to make this change of the database with a TAC case. Make it?",
                new Change.ByCommand(
                        wrong.copy(), new RunSqlUpdate(right, wrong.other().id()), true));
    }

    private String names() {
        return group.nodes().stream().map(Node::name).collect(Collectors.joining(" and "));
    }
}
