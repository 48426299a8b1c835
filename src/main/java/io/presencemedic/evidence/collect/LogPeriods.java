package io.presencemedic.evidence.collect;

import io.presencemedic.cisco.soap.GetTimeZone;
import io.presencemedic.cisco.soap.LogPeriod;
import io.presencemedic.cisco.soap.PlatformZone;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time of which logs are wanted.
 *
 * @param from its begin; null for the usual time back from now
 * @param to its end; null for now
 * @param usual how far back where no begin is given
 */
public record LogPeriods(@Nullable Instant from, @Nullable Instant to, Duration usual, Clock clock) {
    /** Room for what is written late and for clocks that differ. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    /**
     * The time as it is told to a node. Where the node does not tell its time zone, the time reaches from the begin to
     * now: more than asked for, and never less.
     */
    LogPeriod on(ClusterReader look, ItemCollection collection) throws LinkException, IOException {
        if (from == null) {
            return LogPeriod.last(usual);
        }
        Instant now = clock.instant();
        Instant end = to == null ? now : to.plus(MARGIN);
        Optional<PlatformZone> zone = zone(look, collection);
        return zone.isPresent() && from.isBefore(end)
                ? LogPeriod.between(from.minus(MARGIN), end, zone.get())
                : LogPeriod.last(Duration.between(from, now).plus(MARGIN));
    }

    private static Optional<PlatformZone> zone(ClusterReader look, ItemCollection collection)
            throws LinkException, IOException {
        Node node = collection.node();
        String note = "zone@" + node.name();
        Optional<Zone> known = collection.folder().note(note, Zone.class);
        if (known.isPresent()) {
            return Optional.ofNullable(known.get().zone());
        }
        Zone asked = new Zone(ask(look, node));
        collection.folder().note(note, asked);
        return Optional.ofNullable(asked.zone());
    }

    private static @Nullable PlatformZone ask(ClusterReader look, Node node) throws LinkException {
        try {
            return look.ask(node, new GetTimeZone(node.host()));
        } catch (LinkException e) {
            if (e.failure().passing()) {
                throw e;
            }
            return null;
        }
    }

    /** A node's zone; null where it does not tell. */
    record Zone(@Nullable PlatformZone zone) {}
}
