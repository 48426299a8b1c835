package io.presencemedic.job;

import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What folding a log costs: once, as whoever reads a job does, and anew at each of its appends, as the worker that runs
 * it does. The logs are those of {@code recover} where it is longest. Prints a table; see {@code docs/measurements}.
 */
final class FoldBench {
    private static final List<String> SCENARIOS =
            List.of("config-manager-keys", "config-manager-held-by-monitor", "network-services-down-all-stopped");
    private static final int WARM_UP = 2_000;
    private static final int TIMES = 200;

    private FoldBench() {}

    /** Needs nothing. */
    public static void main(String[] none) {
        TreeMap<Integer, List<RecordedEvent>> logs = new TreeMap<>();
        SCENARIOS.forEach(scenario -> {
            List<RecordedEvent> log = log(scenario);
            logs.put(log.size(), log);
        });
        System.out.println("| events | folded once | anew at each append, together | for each append |");
        System.out.println("|---|---|---|---|");
        logs.values().forEach(FoldBench::measure);
        measure(repeated(logs.lastEntry().getValue(), 1_000));
    }

    private static List<RecordedEvent> log(String scenario) {
        try (ModelJobs jobs = new ModelJobs(scenario)) {
            MemoryJob job = jobs.job("recover", JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
            return jobs.answered(job, true).events();
        }
    }

    /** The same log with its middle again and again, as of a job that looks for a long time. */
    private static List<RecordedEvent> repeated(List<RecordedEvent> log, int size) {
        List<RecordedEvent> all = new ArrayList<>(log.subList(0, log.size() / 2));
        RecordedEvent middle = log.get(log.size() / 2);
        while (all.size() < size) {
            all.add(new RecordedEvent(all.size() + 1, middle.at(), middle.event()));
        }
        return all;
    }

    private static void measure(List<RecordedEvent> log) {
        time(WARM_UP, () -> JobHistory.of(log));
        double once = time(TIMES, () -> JobHistory.of(log));
        double all = time(Math.max(1, TIMES / 20), () -> appended(log));
        System.out.printf("| %d | %.0f µs | %.1f ms | %.0f µs |%n", log.size(), once, all / 1_000, all / log.size());
    }

    private static void appended(List<RecordedEvent> log) {
        JobHistory history = JobHistory.of(List.of());
        for (RecordedEvent event : log) {
            history = history.plus(List.of(event));
        }
    }

    /** Microseconds for each. */
    private static double time(int times, Runnable what) {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            what.run();
        }
        return (System.nanoTime() - began) / 1_000.0 / times;
    }
}
