package io.presencemedic.notify;

import io.presencemedic.audit.Actor;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.notify.delivery.RetryPlan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes down what came of attempts, under the claim that they were made with. */
@ApplicationScoped
class DeliveryRecords {
    private final Mutiny.SessionFactory database;
    private final RetryPlan plan;
    private final int mostGivenUp;
    private final AuditLog audit;

    DeliveryRecords(Mutiny.SessionFactory database, AuditLog audit, NotifyConfig config) {
        this.database = database;
        this.audit = audit;
        this.plan = new RetryPlan(
                config.retries(), () -> ThreadLocalRandom.current().nextDouble());
        this.mostGivenUp = config.givenUpBeforeDisabling();
    }

    /**
     * What is written down.
     *
     * @param state of the message now
     * @param disabled why its endpoint is disabled by this attempt; null where it is not
     */
    record Recorded(DeliveryState state, Webhook.@Nullable Disabled disabled) {}

    /** Writes down an attempt; empty where the claim is lost, so that another process sends the message again. */
    Uni<Optional<Recorded>> record(DeliveryClaims.Turn turn, UUID delivery, Attempt attempt) {
        return database.withTransaction(session -> DeliveryClaims.held(session, turn)
                .chain(webhook -> webhook.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : session.find(DeliveryRow.class, delivery).chain(row -> now(session)
                                .map(now -> row == null
                                        ? Optional.<Recorded>empty()
                                        : Optional.of(record(webhook.get(), row, attempt, now)))
                                .call(recorded -> audited(session, webhook.get().id, recorded)))));
    }

    /** That an endpoint is told no more is in the audit log too. */
    private Uni<Void> audited(Mutiny.Session session, UUID webhook, Optional<Recorded> recorded) {
        Webhook.Disabled why = recorded.map(Recorded::disabled).orElse(null);
        return why == null
                ? Uni.createFrom().voidItem()
                : audit.record(
                        session,
                        Actor.SERVICE,
                        AuditEntry.of("webhook.disable")
                                .target(WebhookResource.PATH + "/" + webhook)
                                .after("{\"disabledReason\":\"" + why + "\"}"));
    }

    private Recorded record(WebhookRow webhook, DeliveryRow row, Attempt attempt, Instant now) {
        row.attempts++;
        row.lastAttemptAt = now;
        row.lastStatus = attempt.status();
        row.lastAnswer = attempt.answer();
        row.lastFailure = attempt.failure();
        row.lastDetail = attempt.detail();
        switch (attempt.verdict()) {
            case DELIVERED -> {
                end(row, DeliveryState.DELIVERED, now);
                webhook.givenUp = 0;
            }
            case HOPELESS -> end(row, DeliveryState.FAILED, now);
            case GONE -> {
                end(row, DeliveryState.FAILED, now);
                webhook.disable(Webhook.Disabled.GONE, now);
                return new Recorded(row.state, Webhook.Disabled.GONE);
            }
            case AGAIN -> {
                Optional<Duration> pause = plan.after(row.attempts, attempt.retryAfter());
                if (pause.isPresent()) {
                    row.dueAt = now.plus(pause.get());
                } else {
                    return giveUp(webhook, row, now);
                }
            }
        }
        return new Recorded(row.state, null);
    }

    private Recorded giveUp(WebhookRow webhook, DeliveryRow row, Instant now) {
        end(row, DeliveryState.FAILED, now);
        webhook.givenUp++;
        if (webhook.givenUp < mostGivenUp) {
            return new Recorded(row.state, null);
        }
        webhook.disable(Webhook.Disabled.FAILURES, now);
        return new Recorded(row.state, Webhook.Disabled.FAILURES);
    }

    private static void end(DeliveryRow row, DeliveryState state, Instant now) {
        row.state = state;
        row.endedAt = now;
    }

    private static Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery("select clock_timestamp()")
                .getSingleResult()
                .map(Webhooks::instant);
    }
}
