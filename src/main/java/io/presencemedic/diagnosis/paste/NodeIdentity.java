package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an answer tells about the node that gave it. Two answers that tell different things come from two nodes.
 *
 * @param name the node's own name; null where it is not told
 * @param primary what {@code Primary Node =} says; null where it is not told
 * @param presence whether the node runs IM and Presence, and not CUCM; null where it is not told
 */
@Value.Builder
record NodeIdentity(
        @Nullable String name,
        @Nullable Boolean primary,
        @Nullable Boolean presence) {
    static final NodeIdentity UNKNOWN = new NodeIdentityBuilder().build();

    private static final Pattern VIEW = Pattern.compile("(?i)Cluster Detailed View from (?<name>[\\w.-]{1,253})");
    private static final Pattern PRIMARY = Pattern.compile("(?i)Primary Node ?= ?(?<is>true|false)");
    private static final List<String> CUCM = List.of("Cisco CallManager", "Cisco DirSync", "Cisco CTIManager");
    private static final List<String> PRESENCE =
            List.of("Cisco Presence Engine", "Cisco XCP Router", "Cisco SIP Proxy", "Cisco Sync Agent");

    static NodeIdentity of(@Nullable Object word, List<SourceLine> lines) {
        return new NodeIdentityBuilder()
                .name(name(word, lines))
                .primary(primary(lines))
                .presence(word instanceof ServiceList list ? product(list) : null)
                .build();
    }

    private static @Nullable String name(@Nullable Object word, List<SourceLine> lines) {
        if (word instanceof NetworkCluster cluster) {
            List<ClusterNode> own = cluster.nodes().stream()
                    .filter(row -> row.authentication().equals("authenticated"))
                    .toList();
            return own.size() == 1 ? own.get(0).name() : null;
        }
        String view = found(VIEW, "Cluster Detailed View", "name", lines);
        return view == null ? null : shortName(view);
    }

    /** The host's name without its domain; an address stays whole. */
    static String shortName(String host) {
        boolean address = host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        int dot = host.indexOf('.');
        return address || dot < 0 ? host : host.substring(0, dot);
    }

    private static @Nullable Boolean primary(List<SourceLine> lines) {
        String said = found(PRIMARY, "Primary Node", "is", lines);
        return said == null ? null : Boolean.valueOf(said.equalsIgnoreCase("true"));
    }

    private static @Nullable String found(Pattern pattern, String words, String group, List<SourceLine> lines) {
        for (SourceLine line : lines) {
            Matcher found = line.text().contains(words) ? pattern.matcher(line.text()) : null;
            if (found != null && found.find()) {
                return found.group(group);
            }
        }
        return null;
    }

    private static @Nullable Boolean product(ServiceList list) {
        boolean cucm = CUCM.stream().anyMatch(name -> runs(list, name));
        boolean presence = PRESENCE.stream().anyMatch(name -> runs(list, name));
        return cucm == presence ? null : Boolean.valueOf(presence);
    }

    private static boolean runs(ServiceList list, String name) {
        ServiceName sought = new ServiceName(name);
        return list.services().stream().anyMatch(row -> ServiceCatalog.same(row.name(), sought));
    }

    /** Whether both cannot be one node. */
    boolean contradicts(NodeIdentity other) {
        return differ(name, other.name) || differ(primary, other.primary) || differ(presence, other.presence);
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        boolean names = one instanceof String && other instanceof String;
        return one != null
                && other != null
                && !(names ? one.toString().equalsIgnoreCase(other.toString()) : one.equals(other));
    }

    /** What both tell together. */
    NodeIdentity and(NodeIdentity other) {
        return new NodeIdentityBuilder()
                .name(name == null ? other.name : name)
                .primary(primary == null ? other.primary : primary)
                .presence(presence == null ? other.presence : presence)
                .build();
    }
}
