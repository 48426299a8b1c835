package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.job.view.JobSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The finished diagnoses, in PostgreSQL. */
@ApplicationScoped
class Diagnoses {
    private final Mutiny.SessionFactory sessions;
    private final OpenFindings open;

    Diagnoses(Mutiny.SessionFactory sessions, OpenFindings open) {
        this.sessions = sessions;
        this.open = open;
    }

    /** Keeps a diagnosis. A job that is taken up again makes it anew: the one whose facts are younger stays. */
    Uni<Void> keep(Diagnosis diagnosis) {
        return sessions.withTransaction(session -> session.createNativeQuery("""
                        INSERT INTO diagnosis (id, cluster, made_at, findings, undetermined, status, facts, codes, unknown)
                        VALUES (:id, :cluster, :madeAt, :findings, :undetermined, :status, :facts, :codes, :unknown)
                        ON CONFLICT (id) DO UPDATE SET made_at = EXCLUDED.made_at, findings = EXCLUDED.findings,
                        undetermined = EXCLUDED.undetermined, status = EXCLUDED.status, facts = EXCLUDED.facts,
                        codes = EXCLUDED.codes, unknown = EXCLUDED.unknown
                        WHERE diagnosis.made_at <= EXCLUDED.made_at""")
                .setParameter("id", diagnosis.id())
                .setParameter("cluster", diagnosis.cluster())
                .setParameter("madeAt", diagnosis.madeAt().atOffset(ZoneOffset.UTC))
                .setParameter("findings", DiagnosisJson.write(diagnosis.findings()))
                .setParameter("undetermined", DiagnosisJson.write(diagnosis.undetermined()))
                .setParameter("status", DiagnosisJson.write(diagnosis.status()))
                .setParameter("facts", DiagnosisJson.write(diagnosis.nodes()))
                .setParameter(
                        "codes",
                        diagnosis.findings().stream().map(Finding::code).toArray(String[]::new))
                .setParameter("unknown", diagnosis.undetermined().size())
                .executeUpdate()
                .chain(() -> open.compare(session, diagnosis)));
    }

    /** The diagnosis of that id; empty where it has not found anything yet. */
    Uni<Optional<Diagnosis>> find(UUID id) {
        return sessions.withSession(session -> session.find(DiagnosisRow.class, id))
                .map(row -> Optional.ofNullable(row).map(DiagnosisJson::read));
    }

    /** A job of ours with what it has found so far, compared with the diagnosis before. */
    Uni<DiagnosisView> view(JobSummary job) {
        return find(job.id())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(DiagnosisView.of(job))
                        : before(found.get())
                                .map(before -> DiagnosisView.of(
                                        job,
                                        found.get(),
                                        before.map(old -> Comparison.of(old, found.get()))
                                                .orElse(null))));
    }

    /**
     * What a diagnosis comes to.
     *
     * @param codes of its findings
     * @param unknown how many facts could not be found out
     */
    record Gist(List<String> codes, int unknown) {
        Diagnosis.Outcome outcome() {
            return Diagnosis.Outcome.of(codes.size(), unknown);
        }
    }

    /** What the diagnoses of those ids that are there come to; their evidence and facts stay where they are. */
    Uni<Map<UUID, Gist>> gists(List<UUID> ids) {
        return sessions.withSession(session -> session.createSelectionQuery(
                                "select id, codes, unknown from DiagnosisRow where id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0], row -> new Gist(List.of((String[]) row[1]), (Integer) row[2]))));
    }

    /** The cluster's diagnosis before that one. */
    Uni<Optional<Diagnosis>> before(Diagnosis diagnosis) {
        return newest(
                "from DiagnosisRow where cluster = :cluster and id < :id order by id desc",
                Map.of("cluster", diagnosis.cluster(), "id", diagnosis.id()));
    }

    /** The cluster's last diagnosis. */
    Uni<Optional<Diagnosis>> last(String cluster) {
        return newest("from DiagnosisRow where cluster = :cluster order by id desc", Map.of("cluster", cluster));
    }

    private Uni<Optional<Diagnosis>> newest(String query, Map<String, Object> parameters) {
        return sessions.withSession(session -> {
                    Mutiny.SelectionQuery<DiagnosisRow> select =
                            session.createSelectionQuery(query, DiagnosisRow.class);
                    parameters.forEach(select::setParameter);
                    return select.setMaxResults(1).getResultList();
                })
                .map(rows -> rows.stream().findFirst().map(DiagnosisJson::read));
    }
}
