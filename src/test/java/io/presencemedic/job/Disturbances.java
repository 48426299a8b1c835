package io.presencemedic.job;

import io.presencemedic.job.log.AttemptCounter;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.RecordedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** What can happen to a job while it runs, at every line of it. */
final class Disturbances {
    private Disturbances() {}

    /** When the process dies: once for each event of each line, and at each of its tries. */
    enum Death {
        /** Before anything is written: also between a change and its answer. */
        BEFORE_EVERY_APPEND(true, false, 1),
        /** After anything is written: also between an intent and its change. */
        AFTER_EVERY_APPEND(false, true, 1),
        /** The same, and as often in a row as does not count. */
        AGAIN_AND_AGAIN_AFTER_EVERY_APPEND(false, true, AttemptCounter.MOST_BROKEN_OFF),
        /** Both, at each event. */
        AROUND_EVERY_APPEND(true, true, 1);

        private final boolean before;
        private final boolean after;
        private final int times;

        Death(boolean before, boolean after, int times) {
            this.before = before;
            this.after = after;
            this.times = times;
        }
    }

    static List<Death> deaths() {
        return List.of(Death.values());
    }

    /** The process dies at each place, and each time another goes on. */
    static void dying(MemoryJob job, Death death) {
        if (death.before) {
            job.log.beforeAppend = atEachPlace(job, death.times);
        }
        if (death.after) {
            job.log.afterAppend = atEachPlace(job, death.times);
        }
    }

    private static IntConsumer atEachPlace(MemoryJob job, int times) {
        Map<String, Integer> deaths = new HashMap<>();
        return n -> {
            if (deaths.merge(place(job.log.history()), 1, Integer::sum) <= times) {
                throw new MemoryJob.ProcessDied();
            }
        };
    }

    /** The process dies each time that it is about to make a change of the body, and never gets any further. */
    static void dyingAtEveryChange(MemoryJob job) {
        job.log.afterAppend = n -> {
            boolean dies = last(job.log.history()) instanceof JobEvent.Acting acting
                    && acting.hold() == null
                    && job.log.history().line(acting.line()).restores() == null;
            if (dies) {
                throw new MemoryJob.ProcessDied();
            }
        };
    }

    private static JobEvent last(JobHistory history) {
        return history.events().stream()
                .map(RecordedEvent::event)
                .filter(event -> !(event instanceof JobEvent.Claimed))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The last event's kind, line and try: what is written next is different at every place. */
    private static String place(JobHistory history) {
        JobEvent last = last(history);
        String line = last instanceof JobEvent.OfLine ofLine ? ofLine.line() + ":" + answers(history, ofLine) : "";
        return last.getClass().getSimpleName() + line;
    }

    private static long answers(JobHistory history, JobEvent.OfLine of) {
        return history.events().stream()
                .map(RecordedEvent::event)
                .filter(event ->
                        event instanceof JobEvent.DidAct did && did.line() == of.line() && did.answer() != null)
                .count();
    }

    /** An operator cancels as soon as that line has begun. */
    static void cancelledAt(MemoryJob job, int line) {
        job.log.afterAppend = n -> {
            boolean begun = job.log.history().events().stream()
                    .map(RecordedEvent::event)
                    .anyMatch(event -> event instanceof JobEvent.LineBegun started && started.line() == line);
            if (begun && !job.log.history().isCancelRequested()) {
                job.log.write(new JobEvent.CancelRequested("operator", null));
            }
        };
    }
}
