package io.presencemedic.notify;

import io.presencemedic.database.Blocking;
import io.presencemedic.database.Loop;
import io.presencemedic.job.store.WorkerName;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Delivers what is due, endpoint by endpoint, on a bounded pool of threads. Every process does so; none is special. */
@ApplicationScoped
class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    /** After so many messages an endpoint makes room for others. */
    private static final int MOST_IN_A_ROW = 20;

    private final DeliveryClaims claims;
    private final DeliveryRecords records;
    private final DeliverySender sender;
    private final NotifyMetrics metrics;
    private final NotifyConfig config;
    private final String name = WorkerName.ofThisProcess();
    private final Semaphore free;
    private final ExecutorService threads;
    private final Loop dispatcher = new Loop("webhook-dispatcher", this::claimAndDeliver);
    private volatile boolean stopping;

    DeliveryWorker(
            DeliveryClaims claims,
            DeliveryRecords records,
            DeliverySender sender,
            NotifyMetrics metrics,
            NotifyConfig config) {
        this.claims = claims;
        this.records = records;
        this.sender = sender;
        this.metrics = metrics;
        this.config = config;
        this.free = new Semaphore(config.workers());
        this.threads = Executors.newFixedThreadPool(Math.max(1, config.workers()), DeliveryWorker::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "webhook-delivery");
        thread.setDaemon(true);
        return thread;
    }

    void start(@Observes @Priority(5_000) StartupEvent event) {
        if (config.workers() > 0) {
            dispatcher.start(config.poll());
        }
    }

    /** What is on its way is cut off; it is sent again, here or elsewhere, once its lease has run out. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        dispatcher.stop();
        threads.shutdownNow();
    }

    private void claimAndDeliver() {
        int slots = free.availablePermits();
        if (slots == 0 || stopping) {
            return;
        }
        List<DeliveryClaims.Turn> turns = Blocking.await(claims.claim(name, slots, config.lease()));
        for (DeliveryClaims.Turn turn : turns) {
            free.acquireUninterruptibly();
            threads.execute(() -> deliver(turn));
        }
        if (!turns.isEmpty()) {
            dispatcher.wake();
        }
    }

    private void deliver(DeliveryClaims.Turn turn) {
        try {
            for (int sent = 0; sent < MOST_IN_A_ROW && !stopping; sent++) {
                Optional<DueDelivery> due = Blocking.await(claims.next(turn, config.lease()));
                if (due.isEmpty() || !deliver(turn, due.get())) {
                    break;
                }
            }
            Blocking.await(claims.release(turn));
        } catch (RuntimeException e) {
            warn("a delivery was interrupted and is made again when its lease has run out", e);
        } finally {
            free.release();
            dispatcher.wake();
        }
    }

    /** Whether the next message may follow at once. */
    private boolean deliver(DeliveryClaims.Turn turn, DueDelivery due) {
        Attempt attempt = sender.attempt(due);
        if (stopping) {
            return false;
        }
        Optional<DeliveryRecords.Recorded> recorded = Blocking.await(records.record(turn, due.delivery(), attempt));
        recorded.ifPresent(result -> metrics.attempted(due, attempt, result));
        return recorded.isPresent()
                && recorded.get().state() != DeliveryState.PENDING
                && recorded.get().disabled() == null;
    }

    private void warn(String what, RuntimeException why) {
        if (!stopping) {
            LOG.warnf("%s: %s", what, why.getMessage());
        }
    }
}
