package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.credential.Credential;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.NodeCredentials;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one link logs in to its cluster's nodes, and what it has learnt of them by that. */
final class NodeLogins {
    private final SshConsoles wire;
    private final Cluster cluster;
    private final LinkListener listener;
    private final Map<String, String> firstSeen = new ConcurrentHashMap<>();
    private final Map<NodeShell, Failed> failed = new ConcurrentHashMap<>();

    private record Failed(long nanos, LinkFailure failure) {}

    NodeLogins(SshConsoles wire, Cluster cluster, LinkListener listener) {
        this.wire = wire;
        this.cluster = cluster;
        this.listener = listener;
    }

    /** The node's first shell, logged in to where it is not there. Only for the holder of its turn. */
    Shell first(Node node, NodeShell line) throws LinkException, InterruptedException {
        ConnectAttempt attempt = attempt(node);
        return line.shell(attempt, pinned(node), () -> login(node, line, attempt));
    }

    /** The node's second shell, the same; a refusal is nobody's failure. */
    Shell second(Node node, NodeShell line) throws LinkException, InterruptedException {
        ConnectAttempt attempt = attempt(node);
        return line.shell(attempt, pinned(node), () -> wire.secondLogin().to(attempt, refusal()));
    }

    /**
     * The second shell that is there.
     *
     * @throws LinkException {@link LinkFailure.Lost} where it is gone
     */
    Shell again(Node node, NodeShell line) throws LinkException, InterruptedException {
        return line.shell(attempt(node), pinned(node), () -> {
            throw new LinkException(new LinkFailure.Lost(node.name(), Login.DURING, "the second shell is gone"));
        });
    }

    /** Who waited while this link's login failed would fail the same, after the same time. */
    void requireNoFailureSince(long nanos, NodeShell line) throws LinkException {
        Failed last = failed.get(line);
        if (last != null && last.nanos - nanos > 0) {
            throw new LinkException(last.failure);
        }
    }

    private ConnectAttempt attempt(Node node) throws LinkException {
        Credential credential =
                NodeCredentials.of(wire.credentials(), cluster.credentials().platform(), cluster, node);
        HostKeyCheck hostKey =
                new HostKeyCheck(node, pinned(node), wire.config().hostKeys());
        return new ConnectAttempt(cluster.id(), node, credential, Algorithms.of(cluster.legacyAlgorithms()), hostKey);
    }

    private @Nullable String pinned(Node node) {
        return node.hostKey() == null ? firstSeen.get(node.name()) : node.hostKey();
    }

    private Function<InetAddress, Optional<String>> refusal() {
        return address -> wire.credentials().refusal(cluster, address);
    }

    private Shell login(Node node, NodeShell line, ConnectAttempt attempt) throws LinkException, InterruptedException {
        try {
            return wire.login().to(attempt, refusal());
        } catch (LinkException e) {
            failed.put(line, new Failed(System.nanoTime(), e.failure()));
            throw e;
        } finally {
            pinFirst(node, attempt);
        }
    }

    private void pinFirst(Node node, ConnectAttempt attempt) {
        String shown = attempt.hostKey.shown();
        if (shown != null && attempt.hostKey.refusal() == null && pinned(node) == null) {
            firstSeen.put(node.name(), shown);
            listener.pinned(node.name(), shown);
        }
    }
}
