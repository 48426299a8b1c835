package io.presencemedic.job.store;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Tells which jobs have news: listeners of this process at once, other processes a moment later and for many jobs
 * together. A lost signal costs its listeners latency only; each of them also looks by itself from time to time.
 */
@ApplicationScoped
public class JobSignals {
    private static final Logger LOG = Logger.getLogger(JobSignals.class);
    /** How long signals are collected: the first of them goes out at once. */
    private static final long PAUSE_MILLIS = 25;
    /** A notification takes 8,000 bytes. */
    private static final int MOST_AT_ONCE = 200;

    private static final String DUE = "due";

    private final DatabaseSession session;
    private final EngineDatabase database;
    private final Vertx vertx;
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Optional<JobClaims.Lane>>> workers = new CopyOnWriteArrayList<>();
    private final Set<String> unsent = new LinkedHashSet<>();
    private boolean sending;

    JobSignals(DatabaseSession session, EngineDatabase database, Vertx vertx) {
        this.session = session;
        this.database = database;
        this.vertx = vertx;
    }

    void start(@Observes @Priority(3_000) StartupEvent event) {
        session.hear(this::heard);
    }

    /** Calls the listener, on some thread, for each job whose log has grown, until it is removed. */
    public void listen(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void unlisten(Consumer<UUID> listener) {
        listeners.remove(listener);
    }

    /** Calls the worker whenever there may be a job to be claimed, with its kind where that is known. */
    public void onDue(Consumer<Optional<JobClaims.Lane>> worker) {
        workers.add(worker);
    }

    /** The log of a job has grown. */
    public void grown(UUID job) {
        listeners.forEach(listener -> listener.accept(job));
        send(job.toString());
    }

    /** The log of a job has grown, and the job is due. */
    public void due(UUID job) {
        due(job, Optional.empty());
    }

    /** The same of a job whose kind is known. */
    public void due(UUID job, Optional<JobClaims.Lane> kind) {
        workers.forEach(worker -> worker.accept(kind));
        grown(job);
        send(DUE);
    }

    private void heard(String news) {
        if (news.isEmpty() || news.contains(DUE)) {
            workers.forEach(worker -> worker.accept(Optional.empty()));
        }
        for (String each : news.split(",", -1)) {
            id(each).ifPresent(job -> listeners.forEach(listener -> listener.accept(job)));
        }
    }

    private static Optional<UUID> id(String text) {
        return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private void send(String news) {
        synchronized (unsent) {
            unsent.add(news);
            if (!sending) {
                sending = true;
                vertx.runOnContext(now -> flush());
            }
        }
    }

    private void flush() {
        List<String> some;
        synchronized (unsent) {
            if (unsent.isEmpty()) {
                sending = false;
                return;
            }
            some = unsent.stream().limit(MOST_AT_ONCE).toList();
            some.forEach(unsent::remove);
        }
        database.notify(DatabaseSession.CHANNEL, String.join(",", some)).onComplete(sent -> {
            if (sent.failed()) {
                LOG.debugf("other processes look by themselves: %s", sent.cause());
            }
            vertx.setTimer(PAUSE_MILLIS, next -> flush());
        });
    }
}
