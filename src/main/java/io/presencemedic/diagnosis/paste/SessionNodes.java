package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.LetterCase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a log's sessions: those to one host are one node, whether a name or only its address is told, unless
 * their answers contradict each other.
 */
final class SessionNodes {
    private final List<@Nullable String> hosts;
    private final List<NodeIdentity> identities;
    private final Map<String, NodeIdentity> told = new HashMap<>();
    private final Map<String, Integer> first = new HashMap<>();
    private final Set<String> unsure = new HashSet<>();

    /**
     * Looks at all sessions of a log.
     *
     * @param hosts the hosts to which somebody connected, by session; null where none is told
     * @param identities what the answers tell, by session
     */
    SessionNodes(List<@Nullable String> hosts, List<NodeIdentity> identities) {
        this.hosts = hosts;
        this.identities = identities;
        for (int i = 0; i < hosts.size(); i++) {
            String host = hosts.get(i);
            if (host != null) {
                add(LetterCase.lower(host), identities.get(i), i + 1);
            }
        }
    }

    private void add(String host, NodeIdentity identity, int session) {
        NodeIdentity before = told.getOrDefault(host, NodeIdentity.UNKNOWN);
        if (before.contradicts(identity)) {
            unsure.add(host);
        }
        told.put(host, before.and(identity));
        first.putIfAbsent(host, session);
    }

    /** What is the same for all sessions with one node, and for no other. */
    String key(int session) {
        return name(session).map(LetterCase::lower).orElseGet(() -> {
            String host = sure(session);
            return "(session " + (host == null ? session : first.getOrDefault(host, session)) + ")";
        });
    }

    /** The node's name; empty where it is not told, or only its address is. */
    Optional<String> name(int session) {
        String host = sure(session);
        NodeIdentity identity =
                host == null ? identities.get(session - 1) : told.getOrDefault(host, NodeIdentity.UNKNOWN);
        return Optional.ofNullable(identity.name() == null ? hosts.get(session - 1) : identity.name())
                .filter(node -> node.chars().anyMatch(Character::isLetter) && node.indexOf(':') < 0)
                .map(NodeIdentity::shortName);
    }

    /** The host of a session where all sessions to it may be one node. */
    private @Nullable String sure(int session) {
        String host = hosts.get(session - 1);
        String lower = host == null ? null : LetterCase.lower(host);
        return lower == null || unsure.contains(lower) ? null : lower;
    }
}
