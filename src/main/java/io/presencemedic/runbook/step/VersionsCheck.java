package io.presencemedic.runbook.step;

import io.presencemedic.cisco.Version;
import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import java.util.ArrayList;
import java.util.List;

/** CUCM and IM and Presence run one version, from 11 on up to the service update (D7.1). */
record VersionsCheck(List<Node> nodes) implements Check {
    @Override
    public String name() {
        return "versions-match";
    }

    @Override
    public String target() {
        return "cluster";
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Node publisher = Groups.publisher(look.cluster());
        Version cucm = look.ask(publisher, new ShowVersionActive()).version();
        List<String> found = new ArrayList<>(List.of(publisher.name() + " runs " + cucm));
        boolean matching = true;
        for (Node node : nodes) {
            Version version = look.ask(node, new ShowVersionActive()).version();
            found.add(node.name() + " runs " + version);
            matching &= cucm.matches(version);
        }
        String words = String.join(", ", found);
        return matching
                ? new Decision.Done(words)
                : new Decision.Refuse(
                        "VERSIONS_DIFFER",
                        words + "; bring both to one version, from 11 on also to one service update (D7.1)");
    }
}
