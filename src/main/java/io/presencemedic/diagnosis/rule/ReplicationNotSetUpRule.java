package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ReplicationNode;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Database replication of a node is not (2), as C2 asks before high availability is switched on. */
final class ReplicationNotSetUpRule implements Rule {
    private final boolean first;

    /**
     * @param first whether it speaks before services that stay STARTING: replication is then the likelier cause (G6);
     *     otherwise it speaks only where there are none
     */
    ReplicationNotSetUpRule(boolean first) {
        this.first = first;
    }

    private static final int TABLES_IN_DOUBT = 3;

    private static final List<String> CAUSES = List.of(NodeNotReachableRule.CODE, OutageCause.DATABASE.code());

    @Override
    public RuleResult look(RuleContext facts) {
        boolean holds =
                NodeOutage.find(facts, OutageCause.STUCK_IN_STARTING).findAny().isPresent();
        if (holds != first) {
            return RuleResult.of(Stream.empty());
        }
        Map<String, FindingDraft> drafts = new LinkedHashMap<>();
        HostNames hosts = facts.hosts();
        for (NodeFacts node : facts.nodes()) {
            node.known(FactKey.REPLICATION).ifPresent(fact -> {
                services(node, fact, drafts);
                fact.value().nodes().stream().filter(ReplicationNode::faulty).forEach(row -> {
                    String name = hosts.name(row.name());
                    drafts.computeIfAbsent(name, key -> draft(key, row, publisher(facts)))
                            .evidence(fact.heard().evidence(row.name() + " "));
                });
            });
        }
        return new RuleResult(List.copyOf(drafts.values()), missing(facts));
    }

    private static List<Undetermined> missing(RuleContext facts) {
        Stream<Undetermined> rows = facts.known(FactKey.REPLICATION).stream()
                .filter(fact -> !fact.value().complete() && fact.value().servicesRunning())
                .map(fact -> missing(fact, "The table does not hold all the nodes that it announces."));
        Stream<Undetermined> cut = facts.known(FactKey.REPLICATION).stream()
                .flatMap(fact -> fact.value().nodes().stream()
                        .filter(row -> !row.setUp() && !row.faulty())
                        .map(row -> missing(fact, "The row of " + row.name() + " ends before it tells the setup.")));
        return Stream.concat(rows, cut).toList();
    }

    private static Undetermined missing(Fact.Known<ReplicationState> fact, String why) {
        return new Undetermined(fact.heard().node(), FactKey.REPLICATION.name(), why);
    }

    private static void services(NodeFacts node, Fact.Known<ReplicationState> fact, Map<String, FindingDraft> drafts) {
        if (!fact.value().servicesRunning()) {
            String name = HostNames.label(node).orElse("the node");
            drafts.put(
                    name,
                    draft("On " + name + " database services are not all running, so replication does not work.")
                            .evidence(fact.heard().evidence())
                            .on(HostNames.label(node).stream().toList())
                            .symptomOf(CAUSES));
        }
    }

    /** Replication is repaired on the publisher of IM and Presence, or of CUCM for its own nodes. */
    private static @Nullable String publisher(RuleContext facts) {
        return facts.services().stream()
                .filter(services -> services.presence() && services.publisher())
                .flatMap(services -> services.name().stream())
                .findFirst()
                .orElse(null);
    }

    /** Without its database nothing is replicated; where only the connection is missing, the node may be down. */
    private static FindingDraft draft(String name, ReplicationNode row, @Nullable String publisher) {
        boolean connectionOnly =
                row.unreachable() && (row.setup() == null || row.setup() == ReplicationNode.SETUP_GOOD);
        FindingDraft draft = draft("Database replication of " + name + " is not set up and connected: "
                        + (row.setup() != null
                                ? "state " + row.setup()
                                : row.setupTold() ? "not set up" : "state unknown")
                        + (row.unreachable() ? ", not reachable" : "")
                        + ". It has to be repaired, with TAC where need be, before high availability is switched on.")
                .on(List.of(name));
        draft.symptomOf(connectionOnly ? CAUSES : List.of(OutageCause.DATABASE.code()));
        return row.setupTold() ? draft.byHand(publisher, command(row)) : draft;
    }

    /** What the later documents name for the state; a person decides on it (G5). */
    private static String command(ReplicationNode row) {
        if (row.setup() == null) {
            return "utils dbreplication rebuild all";
        }
        return row.setup() == TABLES_IN_DOUBT ? "utils dbreplication repair all" : "utils dbreplication reset all";
    }

    private static FindingDraft draft(String summary) {
        return FindingDraft.of("REPLICATION_NOT_SET_UP", DocumentRef.C2, Severity.ERROR, summary);
    }
}
