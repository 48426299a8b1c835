package io.presencemedic.evidence.collect;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.folder.NotAvailable;
import io.presencemedic.evidence.folder.SafeName;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import java.util.List;

/** Where the command of an item comes from: most are known beforehand, one depends on what another node says. */
public sealed interface CommandSource permits CommandSource.Known, SyncAgentUserQuery {
    /** What stands in names of files and lines. */
    String slug();

    /** The command in the document's spelling. */
    String title();

    /**
     * The command to send.
     *
     * @throws NotAvailable where the cluster does not tell what has to stand in it
     */
    Command<?> command(ClusterReader look) throws LinkException, NotAvailable;

    /** The nodes besides the own one that are asked for it. */
    default List<Node> others(Cluster cluster) {
        return List.of();
    }

    /** A command that is known beforehand. */
    record Known(Command<?> known) implements CommandSource {
        @Override
        public String slug() {
            return SafeName.slug(known.text());
        }

        @Override
        public String title() {
            return known.text();
        }

        @Override
        public Command<?> command(ClusterReader look) {
            return known;
        }
    }
}
