package io.presencemedic.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** The chain of hashes: its head, its anchors, and whether it is whole. */
@ApplicationScoped
public class AuditChain {
    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_LOOK = 200_000;

    private final Mutiny.SessionFactory database;
    private final AuditTrail trail;
    private final AuditSealer sealer;
    private final Clock clock;
    private final Instance<AnchorListener> listeners;

    AuditChain(
            Mutiny.SessionFactory database,
            AuditTrail trail,
            AuditSealer sealer,
            Clock clock,
            @Any Instance<AnchorListener> listeners) {
        this.listeners = listeners;
        this.database = database;
        this.trail = trail;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A place in the chain. */
    private record Place(long seq, String hash) {}

    /**
     * Makes an anchor of the head; empty where nothing was recorded since the last one, or another replica was first.
     */
    Uni<Optional<Anchor>> anchor() {
        return sealer.seal()
                .chain(() -> database.withTransaction(session -> place(session, "SELECT seq, hash FROM audit_head")
                        .chain(head -> {
                            Anchor anchor = new Anchor(
                                    head.seq(), head.hash(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
                            return anchor.seq() == 0
                                    ? Uni.createFrom().item(Optional.<Anchor>empty())
                                    : keep(session, anchor)
                                            .chain(kept -> kept == 1
                                                    ? told(session, anchor).replaceWith(Optional.of(anchor))
                                                    : Uni.createFrom().item(Optional.empty()));
                        })));
    }

    private Uni<Void> told(Mutiny.Session session, Anchor anchor) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (AnchorListener listener : listeners) {
            all = all.chain(() -> listener.anchored(session, anchor));
        }
        return all;
    }

    private static Uni<Integer> keep(Mutiny.Session session, Anchor anchor) {
        return session.createNativeQuery(
                        "INSERT INTO audit_anchor (seq, hash, at) VALUES (:seq, :hash, :at) ON CONFLICT DO NOTHING")
                .setParameter("seq", anchor.seq())
                .setParameter("hash", anchor.hash())
                .setParameter("at", anchor.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /**
     * Looks at the chain from its beginning, or from the end of what was archived.
     *
     * @param told anchors that were kept outside of the database, hash by number; those in the database are added
     * @param from number of the entry to begin with; 0 for the beginning
     */
    public Uni<Verification> verify(Map<Long, String> told, long from) {
        return sealer.sealForReading()
                .chain(() -> database.withSession(
                        session -> beginning(session, from).chain(begin -> anchors(session, begin.seq(), told)
                                .map(anchors -> new ChainCheck(begin.seq(), begin.hash(), anchors)))))
                .chain(check -> walk(check, LONGEST_LOOK / AT_ONCE));
    }

    private Uni<Verification> walk(ChainCheck check, int pages) {
        if (pages == 0) {
            return Uni.createFrom().item(check.pause());
        }
        // The head is read first: entries that are added meanwhile are then no more than expected.
        return head().chain(head -> trail.oldest(AuditFilter.ALL, check.last(), AT_ONCE)
                .chain(entries -> {
                    entries.forEach(check::accept);
                    return check.isBroken() || entries.size() < AT_ONCE
                            ? Uni.createFrom().item(check.end(head.seq()))
                            : walk(check, pages - 1);
                }));
    }

    private Uni<Place> head() {
        return database.withSession(session -> place(session, "SELECT seq, hash FROM audit_head"));
    }

    private static Uni<Place> beginning(Mutiny.Session session, long from) {
        return from > 1
                ? place(session, "SELECT seq, hash FROM audit_entry WHERE seq = " + (from - 1))
                : place(session, "SELECT up_to, hash FROM audit_archive ORDER BY up_to DESC LIMIT 1");
    }

    private static Uni<Place> place(Mutiny.Session session, String query) {
        return session.createNativeQuery(query, Tuple.class)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? new Place(0, ChainHash.START)
                        : new Place(row.get(0, Long.class), row.get(1, String.class)));
    }

    private static Uni<NavigableMap<Long, String>> anchors(Mutiny.Session session, long after, Map<Long, String> told) {
        return session.createNativeQuery(
                        "SELECT seq, hash FROM audit_anchor WHERE seq > :after ORDER BY seq DESC LIMIT 10000",
                        Tuple.class)
                .setParameter("after", after)
                .getResultList()
                .map(rows -> merged(rows, after, told));
    }

    private static NavigableMap<Long, String> merged(List<Tuple> rows, long after, Map<Long, String> told) {
        NavigableMap<Long, String> anchors = new TreeMap<>();
        rows.forEach(row -> anchors.put(row.get(0, Long.class), row.get(1, String.class)));
        told.forEach((seq, hash) -> {
            if (seq > after) {
                anchors.put(seq, hash);
            }
        });
        return anchors;
    }
}
