package io.presencemedic.job;

import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.store.JobSignals;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.view.JobSummary;
import io.presencemedic.job.view.JobView;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** The events of a job as they happen: first those that are there, then each as the database signals it. */
@ApplicationScoped
public class JobFeed {
    /** A signal that got lost costs no more than this. */
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(2);
    /** Events are read a page at a time. */
    private static final int MOST_AT_ONCE = 500;
    /** Proxies close a connection that is silent for a minute, some for half of one. */
    private static final int TICKS_TO_KEEP_ALIVE = 7;

    private final Jobs jobs;
    private final JobSignals signals;
    private final Vertx vertx;

    JobFeed(Jobs jobs, JobSignals signals, Vertx vertx) {
        this.jobs = jobs;
        this.signals = signals;
        this.vertx = vertx;
    }

    /**
     * The events behind a place in the log, until the job is final; now and then nothing, to keep a connection open.
     */
    Multi<Optional<RecordedEvent>> follow(UUID job, long after) {
        return Multi.createFrom().emitter(emitter -> new Following(job, after, emitter).start());
    }

    /**
     * A job as soon as it is final, or as it is after the patience.
     *
     * @throws java.util.NoSuchElementException (in the Uni) where there is no such job
     */
    public Uni<JobSummary> whenFinal(UUID job, Duration patience) {
        return end(job, patience, jobs::summary);
    }

    /** The same of a job as callers see it, with a patience that may be none at all. */
    Uni<JobView> ended(UUID job, Duration patience) {
        return end(job, patience, jobs::view);
    }

    private <T> Uni<T> end(UUID job, Duration patience, Function<UUID, Uni<Optional<T>>> shown) {
        Uni<?> end = patience.isZero()
                ? Uni.createFrom().voidItem()
                : follow(job, 0)
                        .collect()
                        .last()
                        .ifNoItem()
                        .after(patience)
                        .fail()
                        .onFailure(TimeoutException.class)
                        .recoverWithNull();
        return end.chain(() -> onAContextOfItsOwn(shown.apply(job))).map(Optional::orElseThrow);
    }

    /** What comes behind a wait may be on any thread, too. */
    private <T> Uni<T> onAContextOfItsOwn(Uni<T> work) {
        return Uni.createFrom()
                .emitter(emitter -> onAContextOfItsOwn(() -> work.subscribe().with(emitter::complete, emitter::fail)));
    }

    /** Signals and ticks arrive on any thread; a database session wants an event loop context to itself. */
    private void onAContextOfItsOwn(Runnable read) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(nothing -> read.run());
    }

    private final class Following {
        private final UUID job;
        private final MultiEmitter<? super Optional<RecordedEvent>> emitter;
        private final AtomicInteger wanted = new AtomicInteger();
        private final Consumer<UUID> listener = this::signalled;
        private volatile long last;
        private volatile int quietTicks;

        Following(UUID job, long after, MultiEmitter<? super Optional<RecordedEvent>> emitter) {
            this.job = job;
            this.last = after;
            this.emitter = emitter;
        }

        void start() {
            signals.listen(listener);
            var ticks =
                    Multi.createFrom().ticks().every(LOOK_ANYWAY).subscribe().with(tick -> tick(), e -> {});
            emitter.onTermination(() -> {
                signals.unlisten(listener);
                ticks.cancel();
            });
            look();
        }

        private void tick() {
            if (++quietTicks >= TICKS_TO_KEEP_ALIVE) {
                quietTicks = 0;
                emitter.emit(Optional.empty());
            }
            look();
        }

        private void signalled(UUID which) {
            if (which.equals(job)) {
                look();
            }
        }

        /** One read at a time; a signal during a read leads to another read after it. */
        private void look() {
            if (wanted.getAndIncrement() == 0) {
                read();
            }
        }

        private void read() {
            int seen = wanted.get();
            onAContextOfItsOwn(() ->
                    jobs.events(job, last, MOST_AT_ONCE).subscribe().with(found -> told(found, seen), emitter::fail));
        }

        private void told(Jobs.More found, int seen) {
            for (RecordedEvent recorded : found.events()) {
                last = recorded.seq();
                quietTicks = 0;
                emitter.emit(Optional.of(recorded));
            }
            if (found.isOver()) {
                emitter.complete();
            } else if (found.events().size() == MOST_AT_ONCE || wanted.addAndGet(-seen) > 0) {
                read();
            }
        }
    }
}
