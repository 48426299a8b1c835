package io.presencemedic.runbook.step;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.cli.ShowNetworkCluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.NodeNames;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises nodes by names that the inventory need not know: the node's own cluster view has all of them. */
final class PlatformNames {
    private PlatformNames() {}

    /** Whether the platform's name, short or full, or its address means this node. */
    static boolean same(ClusterReader look, Node node, String platformName) throws LinkException {
        return find(look, node, List.of(platformName)).isPresent();
    }

    /** The one of the platform's names that means this node. */
    static Optional<String> find(ClusterReader look, Node node, Collection<String> platformNames) throws LinkException {
        Optional<String> known = platformNames.stream()
                .filter(name -> NodeNames.same(node, name))
                .findFirst();
        if (known.isPresent() || platformNames.isEmpty()) {
            return known;
        }
        List<String> own = ownNames(look, node);
        return platformNames.stream()
                .filter(name -> own.stream().anyMatch(other -> NodeNames.sameHost(other, name)))
                .findFirst();
    }

    private static List<String> ownNames(ClusterReader look, Node node) throws LinkException {
        try {
            return look.ask(node, new ShowNetworkCluster()).nodes().stream()
                    .filter(row -> names(row).anyMatch(name -> NodeNames.same(node, name)))
                    .flatMap(PlatformNames::names)
                    .toList();
        } catch (LinkException e) {
            if (e.failure().passing()) {
                throw e;
            }
            return List.of();
        }
    }

    private static Stream<String> names(ClusterNode row) {
        return Stream.of(row.address(), row.fqdn(), row.name()).filter(Objects::nonNull);
    }
}
