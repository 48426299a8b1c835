package io.presencemedic.job;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.simulator.InProcessLink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A link that a fault strikes at the nth change, or the nth look, that goes its way. */
final class FaultyLink extends PassingLink {
    private final WireFault fault;
    private final boolean atLook;
    private final int nth;
    private int seen;
    private @Nullable Instant until;
    private @Nullable Node struck;

    /** @param nth from 1 */
    FaultyLink(InProcessLink link, WireFault fault, int nth) {
        this(link, fault, false, nth);
    }

    FaultyLink(InProcessLink link, WireFault fault, boolean atLook, int nth) {
        super(link);
        this.atLook = atLook;
        this.fault = fault;
        this.nth = nth;
    }

    boolean hasStruck() {
        return struck != null;
    }

    @Override
    public <T> T run(Node node, Command<T> command) throws LinkException {
        requireOpen(WireFault.Way.SHELL, node, command.text());
        if (!strikes(WireFault.Way.SHELL, command.effect())) {
            return link.run(node, command);
        }
        if (fault.carriedOut) {
            link.run(node, command);
        }
        begin(node);
        if (fault == WireFault.MUTE_PROMPT) {
            link.clock().leap(command.silence());
        } else if (fault == WireFault.NODE_RESTARTS) {
            link.tell(world -> world.restartNode(node.name()));
        }
        throw new LinkException(fault.strike(node, command));
    }

    @Override
    public <T> T call(Node node, Operation<T> operation) throws LinkException {
        requireOpen(WireFault.Way.WEB, node, operation.summary());
        if (!strikes(WireFault.Way.WEB, operation.effect())) {
            return link.call(node, operation);
        }
        T answer = fault.carriedOut ? link.call(node, operation) : null;
        begin(node);
        if (fault.answersFirst()) {
            return answer;
        }
        throw new LinkException(fault.strike(node, operation));
    }

    private void requireOpen(WireFault.Way way, Node node, String during) throws LinkException {
        boolean isShut = way == fault.way
                && struck != null
                && struck.name().equals(node.name())
                && fault != WireFault.NODE_RESTARTS
                && link.clock().instant().isBefore(until);
        if (isShut) {
            throw new LinkException(fault.shut(node, during));
        }
    }

    private boolean strikes(WireFault.Way way, Effect effect) {
        return way == fault.way && (effect == Effect.READS) == atLook && ++seen == nth;
    }

    private void begin(Node node) {
        struck = node;
        until = link.clock().instant().plus(fault.lasts());
    }
}
