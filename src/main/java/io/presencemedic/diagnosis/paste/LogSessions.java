package io.presencemedic.diagnosis.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of a log: those that its lines part, and further ones where answers contradict each other. */
final class LogSessions {
    private final Map<Integer, String> hosts;
    private final Map<Integer, Integer> current = new HashMap<>();
    private final List<NodeIdentity> identities = new ArrayList<>();
    private final List<@Nullable String> named = new ArrayList<>();

    /** @param hosts the hosts that the log's lines name, by the session that they part */
    LogSessions(Map<Integer, String> hosts) {
        this.hosts = hosts;
    }

    /**
     * The session of an answer.
     *
     * @param parted the session as the log's lines part it
     * @param told what the answer tells about its node
     * @return from 1
     */
    int of(int parted, NodeIdentity told) {
        int session = current.computeIfAbsent(parted, this::add);
        if (identities.get(session - 1).contradicts(told)) {
            session = sameName(told).orElseGet(() -> add(-1));
            current.put(parted, session);
        }
        identities.set(session - 1, identities.get(session - 1).and(told));
        return session;
    }

    private int add(int parted) {
        identities.add(NodeIdentity.UNKNOWN);
        named.add(hosts.get(parted));
        return identities.size();
    }

    private Optional<Integer> sameName(NodeIdentity told) {
        String name = told.name();
        for (int i = 0; name != null && i < identities.size(); i++) {
            if (name.equalsIgnoreCase(identities.get(i).name())
                    && !identities.get(i).contradicts(told)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** The node's own name as its answers tell it, or the host to which somebody connected. */
    Optional<String> node(int session) {
        String own = identities.get(session - 1).name();
        return Optional.ofNullable(own == null ? named.get(session - 1) : own);
    }

    /** Which sessions are one node, when all answers are read. */
    SessionNodes nodes() {
        return new SessionNodes(named, identities);
    }
}
