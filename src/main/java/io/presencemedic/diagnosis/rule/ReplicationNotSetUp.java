package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.ReplicationNode;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.NodeFacts;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Database replication of a node is not (2), as C2 asks before high availability is switched on. */
final class ReplicationNotSetUp implements Rule {
    private static final List<String> CAUSES = List.of(NodeNotReachable.CODE, Ailment.DATABASE.code());

    @Override
    public Ruling look(Picture facts) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Hosts hosts = facts.hosts();
        for (NodeFacts node : facts.nodes()) {
            node.known(Topic.REPLICATION).ifPresent(fact -> {
                services(node, fact, drafts);
                fact.value().nodes().stream().filter(row -> !row.setUp()).forEach(row -> {
                    String name = hosts.name(row.name());
                    drafts.computeIfAbsent(name, key -> draft(key, row))
                            .evidence(fact.heard().evidence(row.name() + " "));
                });
            });
        }
        return new Ruling(List.copyOf(drafts.values()), missing(facts));
    }

    private static List<Undetermined> missing(Picture facts) {
        return facts.known(Topic.REPLICATION).stream()
                .filter(fact -> !fact.value().complete() && fact.value().servicesRunning())
                .map(fact -> new Undetermined(
                        fact.heard().node(),
                        Topic.REPLICATION.name(),
                        "The table does not hold all the nodes that it announces."))
                .toList();
    }

    private static void services(NodeFacts node, Fact.Known<ReplicationState> fact, Map<String, Draft> drafts) {
        if (!fact.value().servicesRunning()) {
            String name = Hosts.label(node).orElse("the node");
            drafts.put(
                    name,
                    draft("On " + name + " database services are not all running, so replication does not work.")
                            .evidence(fact.heard().evidence())
                            .on(Hosts.label(node).stream().toList())
                            .symptomOf(CAUSES));
        }
    }

    /** Where only the connection is missing, the node or its database may be down. */
    private static Draft draft(String name, ReplicationNode row) {
        boolean connectionOnly = !row.reachable() && (row.setup() == null || row.setup() == ReplicationNode.SETUP_GOOD);
        Draft draft = draft("Database replication of " + name + " is not set up and connected: "
                        + (row.setup() == null ? "not set up" : "state " + row.setup())
                        + (row.reachable() ? "" : ", not reachable")
                        + ". It has to be repaired, with TAC where need be, before high availability is switched on.")
                .on(List.of(name));
        return connectionOnly ? draft.symptomOf(CAUSES) : draft;
    }

    private static Draft draft(String summary) {
        return Draft.of("REPLICATION_NOT_SET_UP", DocumentRef.C2, Severity.ERROR, summary);
    }
}
