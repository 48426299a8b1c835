package io.presencemedic.cluster.credential;

import io.presencemedic.access.Network;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the value of a credential may be sent, as the configuration beside it says: to these hosts, and to the nodes of
 * these clusters.
 *
 * @param hosts names and addresses, with stars that stand for any text, or networks in CIDR notation
 * @param clusters ids, with stars
 */
record CredentialScope(List<String> hosts, List<String> clusters) {
    CredentialScope {
        hosts = List.copyOf(hosts);
        clusters = List.copyOf(clusters);
    }

    boolean allows(String cluster, String host) {
        return clusters.stream().anyMatch(pattern -> matches(pattern, cluster))
                || hosts.stream().anyMatch(pattern -> isOf(pattern, host));
    }

    private static boolean isOf(String pattern, String host) {
        return pattern.indexOf('/') < 0 ? matches(pattern, host) : new Network(pattern).contains(host);
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.toLowerCase(Locale.ROOT).split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.matches(regex.toString(), name.toLowerCase(Locale.ROOT));
    }
}
