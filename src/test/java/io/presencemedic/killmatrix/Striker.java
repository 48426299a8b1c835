package io.presencemedic.killmatrix;

import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.SimulatedEndpoint;
import io.presencemedic.simulator.Simulator;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Strikes while jobs are worked on, at a boundary of a line, right around a command, or at any instant. */
final class Striker {
    private static final List<String> MOMENTS =
            List.of("LINE_BEGUN", "LINE_FINISHED", "ACTING", "DID_ACT", "CLAIMED", "PLANNED", "");
    private static final long AIM_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long WORK_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);
    private static final long MUTE_MILLIS = 2_000;
    private static final Duration STEP = Duration.ofHours(1);
    /** How long the nodes are heard out for what a process sends that stood still. */
    private static final long AFTER_STOP_MILLIS = 300;

    private final Stage stage;
    private final Store store;
    private final Tally tally;
    private final Random chance;
    private final Duration away;
    private final Progress progress;

    Striker(Stage stage, Store store, Tally tally, Random chance, Duration away) {
        this.stage = stage;
        this.store = store;
        this.tally = tally;
        this.chance = chance;
        this.away = away;
        this.progress = new Progress(store, tally);
    }

    void strike(Strike strike) throws IOException, SQLException, InterruptedException {
        stage.awaitReady(needed(strike));
        String worker = awaitMoment();
        switch (strike) {
            case SIGKILL, SIGTERM, SIGSTOP -> process(strike, worker);
            case DATABASE_RESTARTED -> around(strike, stage.database()::restart);
            case DATABASE_AWAY -> around(strike, this::databaseAway);
            case SESSIONS_ENDED -> around(strike, store::endAllSessions);
            case OWN_SESSION_ENDED -> around(strike, () -> store.endOwnSession(worker));
            case LINKS_CUT -> around(strike, this::cutLinks);
            case NODE_MUTED -> muteANode();
            case CLOCK_STEPPED -> around(strike, () -> stepClock(worker));
        }
    }

    /** How many replicas have to be ready: one that is struck and one that goes on; all where each is asked. */
    private int needed(Strike strike) {
        if (strike == Strike.DATABASE_AWAY) {
            return stage.size();
        }
        return strike.isOfAProcess() ? Math.min(2, stage.size()) : 1;
    }

    private void process(Strike strike, String worker) throws IOException, SQLException, InterruptedException {
        Replica victim = stage.called(worker);
        List<Store.Row> held = progress.heldBy(worker);
        long at = System.nanoTime();
        switch (strike) {
            case SIGKILL -> victim.kill();
            case SIGSTOP -> victim.stop();
            default -> victim.terminate();
        }
        if (strike == Strike.SIGKILL) {
            tally.died(worker, Instant.now());
        }
        if (strike != Strike.SIGTERM) {
            held = progress.stillHeldBy(worker, held);
        }
        if (strike != Strike.SIGSTOP && stage.size() == 1) {
            victim.awaitEnd(END_PATIENCE);
            stage.replace(victim);
        }
        tally.round(strike, progress.untilNextOwner(strike, held, at));
        goOn(strike, victim);
    }

    private void goOn(Strike strike, Replica victim) throws IOException, InterruptedException {
        if (strike == Strike.SIGSTOP) {
            victim.goOn();
            TimeUnit.MILLISECONDS.sleep(AFTER_STOP_MILLIS);
        } else if (stage.isThere(victim)) {
            victim.awaitEnd(END_PATIENCE);
            stage.replace(victim);
        }
    }

    private interface Blow {
        void fall() throws IOException, SQLException, InterruptedException;
    }

    private void around(Strike strike, Blow blow) throws IOException, SQLException, InterruptedException {
        List<Store.Row> held = store.owned();
        blow.fall();
        tally.round(strike, progress.untilGoneOn(strike, held, System.nanoTime()));
    }

    private void cutLinks() {
        FaultKind kind = chance.nextBoolean() ? FaultKind.DROP_BEFORE : FaultKind.DROP_AFTER;
        stage.simulators().forEach(simulator -> simulator.faults().add(Fault.of(kind)));
    }

    /** Who waits for a prompt is seen only afterwards: a job may have begun meanwhile. */
    private void muteANode() throws SQLException, InterruptedException {
        List<Simulator> clusters = stage.simulators();
        Simulator cluster = clusters.get(chance.nextInt(clusters.size()));
        List<SimulatedEndpoint> nodes = cluster.endpoints();
        Fault mute = Fault.of(FaultKind.MUTE_PROMPT)
                .on(nodes.get(chance.nextInt(nodes.size())).name());
        cluster.faults().add(mute);
        TimeUnit.MILLISECONDS.sleep(MUTE_MILLIS);
        List<Store.Row> held = store.owned();
        cluster.faults().remove(mute);
        tally.round(Strike.NODE_MUTED, progress.untilGoneOn(Strike.NODE_MUTED, held, System.nanoTime()));
    }

    private void stepClock(String worker) throws IOException {
        stage.called(worker).stepClock(chance.nextBoolean() ? STEP : STEP.negated());
    }

    private void databaseAway() throws IOException, InterruptedException {
        long until = System.nanoTime() + away.toNanos();
        stage.database().stop();
        while (System.nanoTime() < until) {
            for (Replica replica : stage.usable()) {
                stage.api()
                        .wrongRefusal(replica)
                        .filter(wrong -> replica.isAlive())
                        .ifPresent(wrong -> tally.add(Figure.WRONG_REFUSALS, wrong));
            }
            TimeUnit.SECONDS.sleep(1);
        }
        stage.database().start();
        stage.awaitReady();
    }

    /** Waits for the moment to strike; gives the worker that is at work then. */
    private String awaitMoment() throws InterruptedException {
        String aim = MOMENTS.get(chance.nextInt(MOMENTS.size()));
        if (aim.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(chance.nextInt(500));
        }
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < WORK_NANOS) {
            boolean any = aim.isEmpty() || System.nanoTime() - begun > AIM_NANOS;
            Optional<Store.Moment> now = progress.newest();
            if (now.isPresent()
                    && (any || now.get().event().is(aim))
                    && stage.isUsable(now.get().owner())) {
                return now.get().owner();
            }
            TimeUnit.MILLISECONDS.sleep(3);
        }
        throw new IllegalStateException("nobody works on a job");
    }
}
