package io.presencemedic.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "audit_entry")
class AuditRow {
    @Id
    long seq;

    @Column
    Instant at;

    @Column
    String verb;

    @Column
    @Enumerated(EnumType.STRING)
    AuditEntry.Outcome outcome;

    @Column(name = "subject_kind")
    @Enumerated(EnumType.STRING)
    Actor.Kind kind;

    @Column
    String subject;

    @Column(name = "subject_name")
    String name;

    @Column
    String person;

    @Column
    @Nullable
    String address;

    @Column
    @Nullable
    String request;

    @Column
    @Nullable
    String cluster;

    @Column
    @Nullable
    UUID job;

    @Column
    @Nullable
    String target;

    @Column
    @Nullable
    String code;

    @Column
    long times;

    @Column
    @Nullable
    String before;

    @Column
    @Nullable
    String after;

    @Column(name = "previous_hash")
    String previousHash;

    @Column
    String hash;

    RecordedEntry entry() {
        return new RecordedEntry(
                seq,
                at,
                new Actor(kind, subject, name, person, address, request),
                new AuditEntryBuilder()
                        .verb(verb)
                        .outcome(outcome)
                        .cluster(cluster)
                        .job(job)
                        .target(target)
                        .code(code)
                        .times(times)
                        .before(before)
                        .after(after)
                        .build(),
                previousHash,
                hash);
    }
}
