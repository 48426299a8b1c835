package io.presencemedic.job.store;

import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.HoldKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a job has switched off and that nobody has switched on again since. */
@Entity
@Table(name = "held_off")
@IdClass(HeldOffRow.Key.class)
class HeldOffRow {
    @Id
    String cluster;

    @Id
    @Enumerated(EnumType.STRING)
    HoldKind kind;

    @Id
    String subject;

    @Column
    UUID job;

    @Column
    Instant since;

    @Column(name = "acknowledged_by")
    @Nullable
    String acknowledgedBy;

    /** What is off, and where. */
    record Key(String cluster, HoldKind kind, String subject) implements Serializable {
        static Key of(String cluster, Hold hold) {
            return new Key(cluster, hold.kind(), hold.subject());
        }
    }
}
