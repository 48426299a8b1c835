package io.presencemedic.link.ssh;

import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The second shells of one link. Where the link has a question for a node while it waits for the answer to another one,
 * another shell is opened behind its back, and what only reads is asked in both side by side from then on. A node that
 * gives no second one is asked by its first alone, and nobody is told of a failure.
 */
final class SecondShells {
    private static final Logger LOG = Logger.getLogger(SecondShells.class);

    private final SshConsoles wire;
    private final Opening opening;
    private final Set<NodeShell> busy = ConcurrentHashMap.newKeySet();
    private final Set<NodeShell> asked = ConcurrentHashMap.newKeySet();

    /** Opens a node's second shell. Blocking; run on a thread of its own, at most once for each node. */
    interface Opening {
        void open(Node node, NodeShell second) throws LinkException, InterruptedException;
    }

    SecondShells(SshConsoles wire, Opening opening) {
        this.wire = wire;
        this.opening = opening;
    }

    /** The link begins to use a node's first shell, to log in perhaps. */
    void begin(NodeShell first) {
        busy.add(first);
    }

    /** The link has its answer, or will have none. */
    void end(NodeShell first) {
        busy.remove(first);
    }

    /**
     * The node's second shell, where this link itself keeps the first one busy and the second is free. Where there is
     * none it is opened, for a later question.
     */
    Optional<NodeShell> beside(Node node, NodeShell first) {
        if (!busy.contains(first)) {
            return Optional.empty();
        }
        NodeShell second = wire.secondLine(node);
        if (second.isOpen()) {
            return Optional.of(second).filter(NodeShell::isIdle);
        }
        if (first.isOpen() && asked.add(second)) {
            wire.open(second, () -> open(node, second));
        }
        return Optional.empty();
    }

    private void open(Node node, NodeShell second) {
        try {
            opening.open(node, second);
        } catch (LinkException e) {
            LOG.debugf("%s gives no second shell: %s", node.name(), e.failure().code());
            wire.leaveAlone(second);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wire.closeWhenIdle(second);
        }
    }
}
