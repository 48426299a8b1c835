package io.presencemedic.runbook;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises nodes by the names that the platform uses for them: short or full host names, or addresses. */
public final class NodeNames {
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

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
        return host.contains(":") || IPV4.matcher(host).matches();
    }

    private static String shortName(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }
}
