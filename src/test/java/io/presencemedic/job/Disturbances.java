package io.presencemedic.job;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can happen to a job while it runs, at every line of it. */
final class Disturbances {
    private Disturbances() {}

    /** When the process dies. */
    enum Death {
        /** Before anything is written, once for each event of each line. */
        BEFORE_EVERY_APPEND,
        /** After anything is written, once for each event of each line: also between an intent and its change. */
        AFTER_EVERY_APPEND
    }

    static List<Death> deaths() {
        return List.of(Death.values());
    }

    /** The process dies at each place, and each time another goes on. */
    static void dying(MemoryJob job, Death death) {
        Set<String> deaths = new HashSet<>();
        boolean after = death == Death.AFTER_EVERY_APPEND;
        java.util.function.IntConsumer dies = n -> {
            String place = place(job.log.history(), after);
            if (deaths.add(place)) {
                throw new MemoryJob.ProcessDied();
            }
        };
        if (after) {
            job.log.afterAppend = dies;
        } else {
            job.log.beforeAppend = dies;
        }
    }

    /** The last event's kind and line: what is written next is different at every place. */
    private static String place(JobHistory history, boolean after) {
        JobEvent last = history.events().stream()
                .map(Recorded::event)
                .filter(event -> !(event instanceof JobEvent.Claimed))
                .reduce((first, second) -> second)
                .orElseThrow();
        String line = last instanceof JobEvent.OfLine ofLine ? String.valueOf(ofLine.line()) : "";
        return after + last.getClass().getSimpleName() + line;
    }

    /** An operator cancels as soon as that line has begun. */
    static void cancelledAt(MemoryJob job, int line) {
        job.log.afterAppend = n -> {
            boolean begun = job.log.history().events().stream()
                    .map(Recorded::event)
                    .anyMatch(event -> event instanceof JobEvent.LineBegun started && started.line() == line);
            if (begun && !job.log.history().isCancelRequested()) {
                job.log.write(new JobEvent.CancelRequested("operator", null));
            }
        };
    }
}
