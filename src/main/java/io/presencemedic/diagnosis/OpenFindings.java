package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.job.store.OutboxStatement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is wrong with each cluster as the last diagnosis saw it. Whoever wants to know is told in the transaction of the
 * diagnosis what has come and what has gone; a diagnosis that is kept twice tells it once.
 */
@ApplicationScoped
class OpenFindings {
    private final List<FindingListener> listeners;

    OpenFindings(@Any Instance<FindingListener> listeners) {
        this.listeners = listeners.stream().toList();
    }

    /** Compares a diagnosis with what was open before, in the transaction that keeps it. */
    Uni<Void> compare(Mutiny.Session session, Diagnosis diagnosis) {
        return isNewest(session, diagnosis)
                .chain(newest -> newest
                        ? open(session, diagnosis.cluster()).chain(before -> compare(session, before, diagnosis))
                        : Uni.createFrom().voidItem());
    }

    /** Takes the cluster's row, which is locked until the transaction ends; false where younger facts were compared. */
    private static Uni<Boolean> isNewest(Mutiny.Session session, Diagnosis diagnosis) {
        return session.createNativeQuery("""
                        INSERT INTO finding_look (cluster, made_at) VALUES (:cluster, :at)
                        ON CONFLICT (cluster) DO UPDATE SET made_at = EXCLUDED.made_at
                        WHERE finding_look.made_at <= EXCLUDED.made_at""")
                .setParameter("cluster", diagnosis.cluster())
                .setParameter("at", diagnosis.madeAt().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .map(taken -> taken > 0);
    }

    private static Uni<List<OpenFinding>> open(Mutiny.Session session, String cluster) {
        return session.createNativeQuery(
                        "SELECT code, node, severity, summary, since FROM open_finding WHERE cluster = :cluster",
                        Tuple.class)
                .setParameter("cluster", cluster)
                .getResultList()
                .map(rows -> rows.stream().map(OpenFindings::finding).toList());
    }

    private static OpenFinding finding(Tuple row) {
        String node = row.get(1, String.class);
        return new OpenFinding(
                new Comparison.FindingName(row.get(0, String.class), node.isEmpty() ? null : node),
                Severity.valueOf(row.get(2, String.class)),
                row.get(3, String.class),
                instant(row.get(4)));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private Uni<Void> compare(Mutiny.Session session, List<OpenFinding> before, Diagnosis now) {
        List<OpenFinding> gone = OpenFinding.gone(before, now);
        List<OpenFinding> appeared = OpenFinding.appeared(before, now);
        Stream<Uni<Integer>> removed = gone.stream().map(each -> remove(session, now.cluster(), each));
        Stream<Uni<Integer>> entered = appeared.stream().map(each -> enter(session, now, each));
        Stream<Uni<Integer>> told = Stream.concat(
                        appeared.stream().map(each -> each.change(now, true)),
                        gone.stream().map(each -> each.change(now, false)))
                .flatMap(change -> listeners.stream().map(listener -> listener.changed(change)))
                .map(statement -> run(session, statement));
        return Multi.createFrom()
                .iterable(
                        Stream.of(removed, entered, told).flatMap(each -> each).toList())
                .onItem()
                .transformToUniAndConcatenate(each -> each)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> remove(Mutiny.Session session, String cluster, OpenFinding gone) {
        return session.createNativeQuery(
                        "DELETE FROM open_finding WHERE cluster = :cluster AND code = :code AND node = :node")
                .setParameter("cluster", cluster)
                .setParameter("code", gone.name().code())
                .setParameter("node", node(gone))
                .executeUpdate();
    }

    private static Uni<Integer> enter(Mutiny.Session session, Diagnosis by, OpenFinding found) {
        return session.createNativeQuery("""
                        INSERT INTO open_finding (cluster, code, node, severity, summary, diagnosis, since)
                        VALUES (:cluster, :code, :node, :severity, :summary, :diagnosis, :since)""")
                .setParameter("cluster", by.cluster())
                .setParameter("code", found.name().code())
                .setParameter("node", node(found))
                .setParameter("severity", found.severity().name())
                .setParameter("summary", found.summary())
                .setParameter("diagnosis", by.id())
                .setParameter("since", found.since().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private static String node(OpenFinding finding) {
        return finding.name().node() == null ? "" : finding.name().node();
    }

    private static Uni<Integer> run(Mutiny.Session session, OutboxStatement statement) {
        Mutiny.Query<Object> query = session.createNativeQuery(statement.sql().replaceAll("\\$(\\d+)", "?$1"));
        for (int i = 0; i < statement.parameters().size(); i++) {
            query.setParameter(i + 1, statement.parameters().get(i));
        }
        return query.executeUpdate();
    }
}
