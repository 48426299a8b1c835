package io.presencemedic.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A finished diagnosis; its parts as JSON. */
@Entity
@Table(name = "diagnosis")
class DiagnosisRow {
    @Id
    UUID id;

    @Column
    String cluster;

    @Column(name = "made_at")
    Instant madeAt;

    @Column
    String findings;

    @Column
    String undetermined;

    @Column
    String status;

    @Column
    String facts;

    @Column
    String[] codes;

    @Column
    int unknown;
}
