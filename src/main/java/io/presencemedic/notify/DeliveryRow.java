package io.presencemedic.notify;

import io.presencemedic.notify.delivery.DeliveryFailure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event for one endpoint. */
@Entity
@Table(name = "webhook_delivery")
class DeliveryRow {
    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long place;

    @Column
    UUID webhook;

    @ManyToOne
    @JoinColumn(name = "notification")
    NotificationRow notification;

    @Column
    @Enumerated(EnumType.STRING)
    DeliveryState state;

    @Column
    int attempts;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_attempt_at")
    @Nullable
    Instant lastAttemptAt;

    @Column(name = "last_status")
    @Nullable
    Integer lastStatus;

    @Column(name = "last_answer")
    @Nullable
    String lastAnswer;

    @Column(name = "last_failure")
    @Enumerated(EnumType.STRING)
    @Nullable
    DeliveryFailure lastFailure;

    @Column(name = "last_detail")
    @Nullable
    String lastDetail;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;
}
