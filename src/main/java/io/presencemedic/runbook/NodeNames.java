package io.presencemedic.runbook;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import java.util.Optional;

/** Recognises nodes by the names that the platform uses for them: short or full host names, or addresses. */
public final class NodeNames {
    private NodeNames() {}

    /** The node of the inventory that the platform calls so. */
    public static Optional<Node> find(Cluster cluster, String platformName) {
        return cluster.nodes().stream().filter(node -> same(node, platformName)).findFirst();
    }

    /** Whether the platform's name means this node; letter case and the domain do not matter. */
    public static boolean same(Node node, String platformName) {
        return sameHost(node.name(), platformName) || sameHost(node.host(), platformName);
    }

    /** Whether two names or addresses mean one host; letter case and the domain do not matter. */
    public static boolean sameHost(String one, String other) {
        String a = LetterCase.lower(one.strip());
        String b = LetterCase.lower(other.strip());
        return a.equals(b) || (!isAddress(a) && !isAddress(b) && shortName(a).equals(shortName(b)));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || !host.isEmpty() && host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private static String shortName(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }
}
