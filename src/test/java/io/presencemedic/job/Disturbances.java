package io.presencemedic.job;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** What can happen to a job while it runs, at every line of it. */
final class Disturbances {
    private Disturbances() {}

    /** When the process dies: once for each event of each line, and at each of its tries. */
    enum Death {
        /** Before anything is written: also between a change and its answer. */
        BEFORE_EVERY_APPEND(true, false),
        /** After anything is written: also between an intent and its change. */
        AFTER_EVERY_APPEND(false, true),
        /** Both, at each event. */
        AROUND_EVERY_APPEND(true, true);

        private final boolean before;
        private final boolean after;

        Death(boolean before, boolean after) {
            this.before = before;
            this.after = after;
        }
    }

    static List<Death> deaths() {
        return List.of(Death.values());
    }

    /** The process dies at each place, and each time another goes on. */
    static void dying(MemoryJob job, Death death) {
        if (death.before) {
            job.log.beforeAppend = onceAtEachPlace(job);
        }
        if (death.after) {
            job.log.afterAppend = onceAtEachPlace(job);
        }
    }

    private static IntConsumer onceAtEachPlace(MemoryJob job) {
        Set<String> deaths = new HashSet<>();
        return n -> {
            if (deaths.add(place(job.log.history()))) {
                throw new MemoryJob.ProcessDied();
            }
        };
    }

    /** The last event's kind, line and try: what is written next is different at every place. */
    private static String place(JobHistory history) {
        JobEvent last = history.events().stream()
                .map(Recorded::event)
                .filter(event -> !(event instanceof JobEvent.Claimed))
                .reduce((first, second) -> second)
                .orElseThrow();
        String line = last instanceof JobEvent.OfLine ofLine ? ofLine.line() + ":" + answers(history, ofLine) : "";
        return last.getClass().getSimpleName() + line;
    }

    private static long answers(JobHistory history, JobEvent.OfLine of) {
        return history.events().stream()
                .map(Recorded::event)
                .filter(event ->
                        event instanceof JobEvent.DidAct did && did.line() == of.line() && did.answer() != null)
                .count();
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
