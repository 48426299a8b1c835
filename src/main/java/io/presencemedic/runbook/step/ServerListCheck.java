package io.presencemedic.runbook.step;

import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The node is in CUCM's server list (D7.3), by the key that it knows itself by (G4). */
record ServerListCheck(Node node) implements Check {
    @Override
    public String name() {
        return "server-listed";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        SqlTable table = look.ask(Groups.publisher(look.cluster()), RunSqlSelect.processNodes());
        List<String> servers = IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.value(row, "name"))
                .filter(Objects::nonNull)
                .toList();
        Optional<String> listed = PlatformNames.find(look, node, servers);
        if (listed.isEmpty()) {
            return new Decision.Refuse(
                    "NODE_NOT_IN_SERVER_LIST",
                    node.name()
                            + " is not in CUCM's server list: the server must be rebuilt. Adding it back does not help, because each entry gets a new id (D7.3)");
        }
        return NodeKeys.see(look, node, listed.get()).differ()
                ? new Decision.Refuse(
                        "NODE_KEY_DIFFERS",
                        node.name() + " has another key in CUCM's table of servers than in its own, as after a rebuild"
                                + " (G4, CSCuo02154): restore the IM and Presence nodes from a backup (DRS), with TAC")
                : new Decision.Done("CUCM's server list has it as " + listed.get());
    }
}
