package io.presencemedic.killmatrix;

import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.model.Scenarios;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has one job after the other done on one cluster, and judges each. */
final class ClusterLoad implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> FINAL = List.of("SUCCEEDED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

    private final String cluster;
    private final Simulator simulator;
    private final List<MatrixCase> cases;
    private final Random chance;
    private final Api api;
    private final Store store;
    private final Tally tally;
    private volatile boolean stopped;
    private volatile @Nullable Exception failure;

    ClusterLoad(
            String cluster,
            Simulator simulator,
            List<MatrixCase> cases,
            Random chance,
            Api api,
            Store store,
            Tally tally) {
        this.cluster = cluster;
        this.simulator = simulator;
        this.cases = cases;
        this.chance = chance;
        this.api = api;
        this.store = store;
        this.tally = tally;
    }

    /** Begins no other job. */
    void stop() {
        stopped = true;
    }

    void requireNoFailure() {
        if (failure != null) {
            throw new IllegalStateException("no more jobs for " + cluster, failure);
        }
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                one(cases.get(chance.nextInt(cases.size())));
            }
        } catch (IOException | SQLException | RuntimeException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void one(MatrixCase each) throws IOException, SQLException, InterruptedException {
        simulator.reset(Scenarios.parse(each.scenario()));
        String key = UUID.randomUUID().toString();
        UUID job = api.submit(cluster, each, key, key);
        String name = job + " (" + each + ", " + cluster + ")";
        if (!awaitEnd(job)) {
            tally.add(Figure.JOBS_LOST, name + " has not ended");
            api.cancel(job);
            awaitEnd(job);
            return;
        }
        Store.Row row = row(job).orElseThrow();
        tally.ended(row.state());
        tally.add(Judge.of(name + " " + row.state(), events(job), row.lastSeq(), simulator.heard(), tally));
        if (each.path().equals("jobs") && count(key) != 1) {
            tally.add(Figure.RUN_BY_TWO, name + ": its key made " + count(key) + " jobs");
        }
        if (row.state().equals("NEEDS_ATTENTION")) {
            api.acknowledge(job);
        }
    }

    private boolean awaitEnd(UUID job) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<Store.Row> row = row(job);
            if (row.isPresent() && FINAL.contains(row.get().state())) {
                return true;
            }
            if (row.isPresent() && row.get().state().equals("AWAITING_APPROVAL")) {
                api.cancel(job);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private Optional<Store.Row> row(UUID job) throws InterruptedException {
        return untilAnswered(() -> store.row(job));
    }

    private List<LoggedEvent> events(UUID job) throws InterruptedException {
        return untilAnswered(() -> store.events(job));
    }

    private long count(String key) throws InterruptedException {
        return untilAnswered(() -> store.jobsOf(key));
    }

    /** The database may be away. */
    private static <T> T untilAnswered(Question<T> question) throws InterruptedException {
        while (true) {
            try {
                return question.ask();
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}
