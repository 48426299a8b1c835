package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.HighAvailabilityRequest;
import java.time.Duration;
import java.util.Locale;

/**
 * {@code utils ha failover NODE} and {@code utils ha fallback NODE}: asks the Server Recovery Manager to move users
 * away from a node, or back to it (F1, F2).
 *
 * @param verb away from the node, or back to it
 * @param node the node by the name that the platform's own status has for it
 */
public record UtilsHaMove(Verb verb, String node) implements Command<HighAvailabilityRequest> {
    /** Where the users of a node go. */
    public enum Verb {
        /** To its peer. */
        FAILOVER,
        /** Back to it. */
        FALLBACK
    }

    /** @throws IllegalArgumentException where the text cannot be the name of a node */
    public UtilsHaMove {
        HaArgument.checkNode(node);
    }

    /**
     * Moves the users of a node to its peer.
     *
     * @throws IllegalArgumentException where the text cannot be the name of a node
     */
    public static UtilsHaMove failover(String node) {
        return new UtilsHaMove(Verb.FAILOVER, node);
    }

    /**
     * Moves the users of a node back to it.
     *
     * @throws IllegalArgumentException where the text cannot be the name of a node
     */
    public static UtilsHaMove fallback(String node) {
        return new UtilsHaMove(Verb.FALLBACK, node);
    }

    @Override
    public String text() {
        return "utils ha " + verb.name().toLowerCase(Locale.ROOT) + " " + node;
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
