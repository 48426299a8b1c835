package io.presencemedic.job.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.database.Timestamps;
import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.OutstandingHolds;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.runbook.Hold;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the logs of claimed jobs, each write in one round trip that proves the claim. Blocking. */
@ApplicationScoped
public class ClaimedLog {
    private final EngineDatabase database;
    private final EventJson json;
    private final ObjectMapper mapper;
    private final JobEventListeners listeners;
    private final JobSignals signals;

    ClaimedLog(
            EngineDatabase database,
            EventJson json,
            ObjectMapper mapper,
            JobEventListeners listeners,
            JobSignals signals) {
        this.database = database;
        this.json = json;
        this.mapper = mapper;
        this.listeners = listeners;
        this.signals = signals;
    }

    /**
     * A log with what else is known of its job.
     *
     * @param at the time on the database's clock, when it was read or written
     * @param mutating whether the job may change its cluster
     */
    record Seen(JobHistory history, Instant at, boolean mutating) {}

    /** The events behind those that are known. */
    Seen read(UUID job, JobHistory known) {
        List<Row> rows = database.run("""
                select e.seq, e.at, e.body, clock_timestamp(), j.mutating from job j
                left join job_event e on e.job = j.id and e.seq > $2 where j.id = $1 order by e.seq""", job, known.lastSeq());
        List<RecordedEvent> more = new ArrayList<>();
        for (Row row : rows) {
            if (row.getLong(0) != null) {
                more.add(new RecordedEvent(
                        row.getLong(0), row.getOffsetDateTime(1).toInstant(), json.read(row.getString(2))));
            }
        }
        Row any = rows.get(0);
        return new Seen(
                more.isEmpty() ? known : known.plus(more),
                any.getOffsetDateTime(3).toInstant(),
                any.getBoolean(4));
    }

    /** Whether the claim stands now. */
    boolean stands(JobClaims.Claim claim) {
        return !database.run(
                        "select 1 from job where id = $1 and owner = $2 and fence = $3 and lease_until > clock_timestamp()",
                        claim.job(),
                        claim.worker(),
                        claim.fence())
                .isEmpty();
    }

    /** Whether the claim stands now, and the worker's session with the database does, too. */
    boolean standsWithSession(JobClaims.Claim claim) {
        return !database.run("""
                        select 1 from job, pg_locks
                        where id = $1 and owner = $2 and fence = $3 and lease_until > clock_timestamp()
                          and locktype = 'advisory' and granted and objsubid = 1
                          and ((classid::bigint << 32) | objid::bigint) = hashtextextended($2, 0) limit 1""", claim.job(), claim.worker(), claim.fence()).isEmpty();
    }

    private static final String WRITE = """
            with claim as (
              update job set state = $5, started_at = $6, finished_at = $7, last_seq = $8, blocks_cluster = $9,
                priority = $10, failure = $11, view = $12, plan_hash = $13,
                due_at = coalesce($14, due_at),
                owner = case when $15 then null else owner end,
                lease_until = case when $15 then null else lease_until end
              where id = $1 and owner = $2 and fence = $3 and last_seq = $4 and lease_until > clock_timestamp()
              returning id, cluster),
            written as (
              insert into job_event (job, seq, at, body)
              select claim.id, e.seq, $16::timestamptz, e.body from claim, unnest($17::bigint[], $18::text[]) e (seq, body)),
            taken as (
              insert into held_off (cluster, kind, subject, job, since)
              select claim.cluster, h.kind, h.subject, claim.id, $16::timestamptz
              from claim, unnest($19::text[], $20::text[]) h (kind, subject) on conflict do nothing),
            freed as (
              delete from held_off using claim
              where held_off.cluster = claim.cluster
                and ((held_off.kind, held_off.subject) in (select * from unnest($21::text[], $22::text[]))
                  or held_off.job = claim.id
                    and (held_off.kind, held_off.subject) not in (select * from unnest($23::text[], $24::text[]))))
            select clock_timestamp() from claim""";

    /** What a write does beside adding events. */
    enum Then {
        /** The job goes on. */
        GO_ON,
        /** The claim is given back. */
        PUT_DOWN
    }

    /**
     * Writes events, if nobody else has written since and the claim stands.
     *
     * @param now by the database's clock
     * @param due when the job is due again; null where that stays as it is
     * @return empty where it was not written
     */
    Optional<Seen> write(
            JobClaims.Claim claim, Seen known, List<JobEvent> events, Instant now, Then then, @Nullable Instant due) {
        List<RecordedEvent> added = known.history().numbered(events, now);
        JobHistory after = added.isEmpty() ? known.history() : known.history().plus(added);
        RowState row = RowState.of(claim.job(), after, known.mutating(), mapper);
        List<Hold> taken = OutstandingHolds.added(known.history(), after);
        List<Hold> freed = OutstandingHolds.restored(events);
        List<Hold> still = OutstandingHolds.holds(after);
        boolean gives = then == Then.PUT_DOWN || after.isFinished();
        @Nullable
        Object[] values = {
            claim.job(),
            claim.worker(),
            claim.fence(),
            known.history().lastSeq(),
            row.state().name(),
            time(row.startedAt()),
            time(row.finishedAt()),
            row.lastSeq(),
            row.blocksCluster(),
            (short) row.priority(),
            row.failure(),
            row.view(),
            row.planHash(),
            time(after.isFinished() ? Objects.requireNonNullElse(row.retryAt(), Timestamps.NEVER) : due),
            gives,
            time(now),
            added.stream().map(RecordedEvent::seq).toArray(Long[]::new),
            added.stream().map(each -> json.write(each.event())).toArray(String[]::new),
            kinds(taken),
            subjects(taken),
            kinds(freed),
            subjects(freed),
            kinds(still),
            subjects(still)
        };
        List<OutboxStatement> outbox = listeners.appending(claim.job(), after, added);
        List<Row> written = database.run(WRITE, values, outbox);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (!added.isEmpty()) {
            signals.grown(claim.job());
        }
        return Optional.of(new Seen(after, written.get(0).getOffsetDateTime(0).toInstant(), known.mutating()));
    }

    /** Looks for events whose writing got no answer, right behind what is known; empty where they are not there. */
    Optional<Seen> findWritten(JobClaims.Claim claim, Seen known, List<JobEvent> events) {
        Seen now = read(claim.job(), known.history());
        List<RecordedEvent> all = now.history().events();
        List<RecordedEvent> behind = all.subList(known.history().events().size(), all.size());
        if (events.isEmpty() || behind.size() < events.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < events.size(); i++) {
            if (!json.write(events.get(i)).equals(json.write(behind.get(i).event()))) {
                return Optional.empty();
            }
        }
        signals.grown(claim.job());
        return Optional.of(now);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static String[] kinds(List<Hold> holds) {
        return holds.stream().map(hold -> hold.kind().name()).toArray(String[]::new);
    }

    private static String[] subjects(List<Hold> holds) {
        return holds.stream().map(Hold::subject).toArray(String[]::new);
    }
}
