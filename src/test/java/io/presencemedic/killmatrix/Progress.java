package io.presencemedic.killmatrix;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** How soon jobs go on that somebody worked on when it was struck. */
final class Progress {
    private static final long LOOK_MILLIS = 4;

    private final Store store;
    private final Tally tally;

    Progress(Store store, Tally tally) {
        this.store = store;
        this.tally = tally;
    }

    List<Store.Row> heldBy(String worker) throws SQLException {
        return store.owned().stream().filter(row -> worker.equals(row.owner())).toList();
    }

    /** Those that it did not finish or give back before it was struck. */
    List<Store.Row> stillHeldBy(String worker, List<Store.Row> held) throws SQLException {
        return store.rows(ids(held)).stream()
                .filter(row -> worker.equals(row.owner()))
                .toList();
    }

    /** The newest event; empty where the database does not answer. */
    Optional<Store.Moment> newest() {
        try {
            return store.newest();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** From the strike to the next owner, for each job that had none meanwhile. */
    List<Duration> untilNextOwner(Strike strike, List<Store.Row> held, long struckAt) throws InterruptedException {
        return until(strike, held, struckAt, (before, now) -> now.fence() > before.fence());
    }

    /** From the end of a disturbance to each job's next event or owner. */
    List<Duration> untilGoneOn(Strike strike, List<Store.Row> held, long overAt) throws InterruptedException {
        return until(
                strike,
                held,
                overAt,
                (before, now) -> now.fence() > before.fence() || now.lastSeq() > before.lastSeq());
    }

    private List<Duration> until(
            Strike strike, List<Store.Row> held, long since, BiPredicate<Store.Row, Store.Row> hasGoneOn)
            throws InterruptedException {
        List<Duration> times = new ArrayList<>();
        List<Store.Row> left = new ArrayList<>(held);
        while (!left.isEmpty() && System.nanoTime() - since < strike.patience().toNanos()) {
            List<Store.Row> now = look(left);
            Duration age = Duration.ofNanos(System.nanoTime() - since);
            for (Store.Row row : now) {
                Store.Row before = left.stream()
                        .filter(each -> each.job().equals(row.job()))
                        .findFirst()
                        .orElseThrow();
                if (hasGoneOn.test(before, row)) {
                    times.add(age);
                    left.remove(before);
                } else if (row.finished() || isPutDown(row)) {
                    left.remove(before);
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        left.forEach(row -> tally.add(
                Figure.JOBS_LOST, row.job() + ": nobody went on within " + strike.patience() + " of " + strike));
        return times;
    }

    /** It came to a wait before its worker was struck. */
    private static boolean isPutDown(Store.Row row) {
        return row.owner() == null
                && (row.state().equals("WAITING") || row.state().equals("AWAITING_APPROVAL"));
    }

    private List<Store.Row> look(List<Store.Row> rows) {
        try {
            return store.rows(ids(rows));
        } catch (SQLException e) {
            return List.of();
        }
    }

    private static List<UUID> ids(List<Store.Row> rows) {
        return rows.stream().map(Store.Row::job).collect(Collectors.toList());
    }
}
