package io.presencemedic.job;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.simulator.InProcessLink;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link to a cluster of which a node restarts: nobody is let in for a while. */
final class RestartingLink extends PassingLink {
    private static final Duration BOOT = Duration.ofMinutes(4);

    private @Nullable String away;
    private Instant until = Instant.MIN;

    RestartingLink(InProcessLink link) {
        super(link);
    }

    /** The node restarts, and its monitor is on again when it is back. */
    void restart(String node) {
        away = node;
        until = link.clock().instant().plus(BOOT);
        link.tell(world -> {
            world.restartNode(node);
            world.switchMonitor(node, true);
        });
    }

    boolean hasRestarted() {
        return away != null;
    }

    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        requireUp(node);
        return link.run(node, command);
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        requireUp(node);
        return link.call(node, operation);
    }

    private void requireUp(Node node) throws LinkException {
        if (node.name().equals(away) && link.clock().instant().isBefore(until)) {
            throw LinkException.unsent(new LinkFailure.Lost(node.name(), "log in", "Connection reset"));
        }
    }
}
