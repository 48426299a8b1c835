package io.presencemedic.runbook.step;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.NodeNames;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The key of a server in CUCM's table of servers and in the node's own copy of it (G4).
 *
 * @param there empty where CUCM does not tell it
 * @param here empty where the node does not tell it
 */
record NodeKeys(Optional<String> there, Optional<String> here) {
    /** @param name the server's name in CUCM's table */
    static NodeKeys see(ClusterReader look, Node node, String name) throws LinkException {
        return new NodeKeys(key(look, Groups.publisher(look.cluster()), name), key(look, node, name));
    }

    /** A node that does not tell is no reason to stop: the keys are one of several causes. */
    private static Optional<String> key(ClusterReader look, Node asked, String name) throws LinkException {
        try {
            SqlTable table = look.ask(asked, RunSqlSelect.processNodeKeys());
            return IntStream.range(0, table.rows().size())
                    .filter(row -> isSame(table.value(row, "name"), name))
                    .mapToObj(row -> Optional.ofNullable(table.value(row, "pkid")))
                    .flatMap(Optional::stream)
                    .map(LetterCase::lower)
                    .findFirst();
        } catch (LinkException e) {
            if (e.failure().mayComeBack()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static boolean isSame(@Nullable String one, String other) {
        return one != null && NodeNames.sameHost(one, other);
    }

    /** Whether both tell it, and not the same. */
    boolean differ() {
        return there.isPresent() && here.isPresent() && !there.equals(here);
    }
}
