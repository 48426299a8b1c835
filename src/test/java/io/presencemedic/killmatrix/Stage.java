package io.presencemedic.killmatrix;

import io.presencemedic.simulator.SimulatedEndpoint;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * What is struck: a PostgreSQL, simulated clusters in this process, which outlive everything, and replicas of the
 * packaged service.
 */
final class Stage implements AutoCloseable {
    private static final String KEY = "kill-matrix-admin-key-of-32-chars";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double TIME_FACTOR = 200;

    private final Path home;
    private final DatabaseServer database;
    private final List<Simulator> simulators = new ArrayList<>();
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings;
    private final Api api = new Api(this::usable, KEY);

    /**
     * Sets it up.
     *
     * @param most how many replicas there are
     * @param lease how long a claim holds
     */
    Stage(Path folder, int clusters, int most, Duration lease) throws IOException, SQLException, InterruptedException {
        this.home = folder.resolve("home");
        this.database = new DatabaseServer(folder.resolve("database"));
        for (int i = 0; i < clusters; i++) {
            Path place = i == 0 ? home : folder.resolve(name(i));
            simulators.add(Simulator.start(SimulatorSettings.of(place, "healthy", TIME_FACTOR, false, Clock.systemUTC())
                    .passing()));
        }
        this.settings = settings(lease);
        // The first one makes the tables and enters its simulated cluster.
        replicas.add(Replica.start(home, settings));
        awaitReady();
        enterClusters();
        for (int i = 1; i < most; i++) {
            replicas.add(Replica.start(home, settings));
        }
        awaitReady();
    }

    private Map<String, String> settings(Duration lease) {
        Map<String, String> all = new HashMap<>(database.settings());
        all.put("medic.job.lease", lease.toString());
        all.put("medic.access.bootstrap-key", KEY);
        all.put("medic.simulator.time-factor", String.valueOf(TIME_FACTOR));
        all.put("medic.link.http.requests-per-minute", "100000");
        return all;
    }

    private void enterClusters() throws SQLException {
        try (Store store = database.store()) {
            for (int i = 1; i < simulators.size(); i++) {
                store.copyCluster(name(i), simulators.get(i).certificate());
                List<SimulatedEndpoint> nodes = simulators.get(i).endpoints();
                for (int place = 0; place < nodes.size(); place++) {
                    store.addNode(name(i), place, nodes.get(place));
                }
            }
        }
    }

    String name(int cluster) {
        return cluster == 0 ? "simulated" : "simulated-" + (cluster + 1);
    }

    List<Simulator> simulators() {
        return simulators;
    }

    DatabaseServer database() {
        return database;
    }

    Api api() {
        return api;
    }

    List<Replica> usable() {
        return replicas.stream().filter(Replica::isUsable).toList();
    }

    /** The replica that is a worker of this name. */
    Replica called(String worker) {
        return replicas.stream()
                .filter(replica -> replica.isCalled(worker))
                .findFirst()
                .orElseThrow();
    }

    int size() {
        return replicas.size();
    }

    boolean isThere(Replica replica) {
        return replicas.contains(replica);
    }

    /** Whether the replica that is a worker of this name has not been struck. */
    boolean isUsable(String worker) {
        return usable().stream().anyMatch(replica -> replica.isCalled(worker));
    }

    /** Starts another one in the place of one that has ended. */
    void replace(Replica ended) {
        replicas.remove(ended);
        try {
            replicas.add(Replica.start(home, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until all, or at least so many, are ready. */
    void awaitReady() throws InterruptedException {
        awaitReady(replicas.size());
    }

    void awaitReady(int least) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ready() < least) {
            replaceTheDead();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "fewer than " + least + " replicas are ready; see " + home + ": " + healths());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** A process that finds its database away when it starts ends, and is started again by whoever started it. */
    private void replaceTheDead() {
        for (Replica replica : replicas) {
            if (!replica.isAlive() && !replica.isStruck()) {
                replace(replica);
            }
        }
    }

    private int ready() throws InterruptedException {
        int ready = 0;
        for (Replica replica : usable()) {
            ready += api.isReady(replica) ? 1 : 0;
        }
        return ready;
    }

    private List<String> healths() throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (Replica replica : replicas) {
            all.add(api.health(replica));
        }
        return all;
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        simulators.forEach(Simulator::close);
        database.close();
    }
}
