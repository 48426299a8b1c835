package io.presencemedic.killmatrix;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Strikes replicas of the packaged service and their database again and again while jobs of every runbook are worked
 * on, and judges each job by its log and by what the simulated nodes heard.
 *
 * @param rounds how many strikes; up to ten are one of each kind
 * @param replicas processes of the service, 1 to 3
 * @param clusters simulated clusters, each with one job after the other
 * @param away how long the database is away, once; zero for never in a long run
 * @param lease how long a claim holds
 * @param only the only kinds of strike, in turn; none for all
 * @param runbook the only runbook whose jobs are worked on; null for all
 * @param seed of all that is left to chance
 */
record KillMatrix(
        int rounds,
        int replicas,
        int clusters,
        Duration away,
        Duration lease,
        List<Strike> only,
        @Nullable String runbook,
        long seed) {
    private static final int ONE_OF_EACH = 10;
    private static final Duration LAST_JOBS = Duration.ofMinutes(5);

    /** As the system properties {@code kill.rounds}, {@code kill.replicas}, … say. */
    static KillMatrix configured() {
        int rounds = Integer.getInteger("kill.rounds", ONE_OF_EACH);
        return new KillMatrix(
                rounds,
                Integer.getInteger("kill.replicas", rounds > ONE_OF_EACH ? 3 : 2),
                Integer.getInteger("kill.clusters", 3),
                Duration.parse(System.getProperty("kill.away", rounds > ONE_OF_EACH ? "PT80S" : "PT3S")),
                Duration.parse(System.getProperty("kill.lease", "PT5S")),
                Strike.listed(System.getProperty("kill.only", "")),
                System.getProperty("kill.runbook"),
                Long.getLong("kill.seed", System.currentTimeMillis()));
    }

    Tally run(Path folder) throws IOException, SQLException, InterruptedException {
        Tally tally = new Tally();
        Random chance = new Random(seed);
        try (Stage stage = new Stage(folder, clusters, replicas, lease);
                Store store = stage.database().store()) {
            List<ClusterLoad> loads = loads(stage, tally, chance);
            List<Thread> threads = loads.stream().map(Thread::new).toList();
            threads.forEach(Thread::start);
            Striker striker = new Striker(stage, store, tally, chance, away);
            for (Strike strike : series(chance)) {
                striker.strike(strike);
            }
            loads.forEach(ClusterLoad::stop);
            for (Thread thread : threads) {
                thread.join(LAST_JOBS.toMillis());
            }
            for (ClusterLoad load : loads) {
                load.requireNoFailure();
            }
        }
        return tally;
    }

    private List<ClusterLoad> loads(Stage stage, Tally tally, Random chance) throws IOException {
        List<ClusterLoad> loads = new ArrayList<>();
        for (int i = 0; i < clusters; i++) {
            loads.add(new ClusterLoad(
                    stage.name(i),
                    stage.simulators().get(i),
                    cases(),
                    new Random(chance.nextLong()),
                    stage.api(),
                    stage.database().store(),
                    tally));
        }
        return loads;
    }

    private List<MatrixCase> cases() throws IOException {
        return MatrixCase.all().stream()
                .filter(each -> runbook == null || each.isOf(runbook))
                .toList();
    }

    private List<Strike> series(Random chance) {
        if (!only.isEmpty()) {
            return Stream.generate(() -> only)
                    .flatMap(List::stream)
                    .limit(rounds)
                    .toList();
        }
        if (rounds <= ONE_OF_EACH) {
            return Strike.oneOfEach();
        }
        List<Strike> all = new ArrayList<>(Strike.series(rounds, chance));
        if (!away.isZero()) {
            all.set(rounds / 2, Strike.DATABASE_AWAY);
        }
        return all;
    }
}
