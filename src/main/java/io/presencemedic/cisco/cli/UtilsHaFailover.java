package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.HighAvailabilityRequest;
import java.time.Duration;

/**
 * {@code utils ha failover NODE}: asks the Server Recovery Manager for a manual failover (F1, F2).
 *
 * @param node the node by the name that the platform's own status has for it
 */
public record UtilsHaFailover(String node) implements Command<HighAvailabilityRequest> {
    /** @throws IllegalArgumentException where the text cannot be the name of a node */
    public UtilsHaFailover {
        HaArgument.checkNode(node);
    }

    @Override
    public String text() {
        return "utils ha failover " + node;
    }

    @Override
    public Effect effect() {
        return Effect.CHANGES;
    }

    @Override
    public Duration patience() {
        return HaArgument.PATIENCE;
    }

    @Override
    public HighAvailabilityRequest read(Answer answer) throws Unreadable {
        return HaRequestReader.move(answer);
    }
}
