package io.presencemedic.job.view;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The log of a job as text for a person. */
public final class JobLogText {
    private JobLogText() {}

    /**
     * One line for each event, with the time since the job was created, and the report at the end.
     *
     * @param state where the job stands; not always where its log says, as its worker may be dead
     */
    public static String of(JobHistory history, JobState state) {
        StringBuilder text = new StringBuilder();
        JobEvent.Submitted submitted = history.submitted();
        text.append("%s on %s (%s), asked for by %s%n"
                .formatted(submitted.runbook(), submitted.cluster(), submitted.mode(), submitted.requestedBy()));
        for (RecordedEvent recorded : history.events()) {
            says(recorded.event(), history)
                    .ifPresent(words -> text.append("%8s  %s%n".formatted(since(history, recorded.at()), words)));
        }
        text.append(report(history, state));
        return text.toString();
    }

    private static String report(JobHistory history, JobState state) {
        StringBuilder text = new StringBuilder("state: " + state + System.lineSeparator());
        history.failure().ifPresent(failure -> text.append("%s: %s%n".formatted(failure.code(), failure.detail())));
        for (LeftSwitchedOff left : history.leftSwitchedOff()) {
            text.append("STILL OFF: %s of %s (%s)%n"
                    .formatted(
                            left.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), left.subject(), left.why()));
        }
        return text.toString();
    }

    private static String since(JobHistory history, Instant at) {
        Instant begin = history.createdAt() == null ? at : history.createdAt();
        return "%.1f s".formatted(Duration.between(begin, at).toMillis() / 1000.0);
    }

    private static Optional<String> says(JobEvent event, JobHistory history) {
        if (event instanceof JobEvent.Claimed claimed) {
            return Optional.of("taken by " + claimed.worker());
        } else if (event instanceof JobEvent.Acting acting) {
            return Optional.of(label(acting, history) + acting.node() + "> " + acting.command());
        } else if (event instanceof JobEvent.DidAct did) {
            String words = did.answer() == null
                    ? String.valueOf(did.detail())
                    : did.answer().strip();
            return words.isEmpty() ? Optional.empty() : Optional.of(label(did, history) + words);
        } else if (event instanceof JobEvent.Waiting waiting) {
            return Optional.of(label(waiting, history) + "waiting: " + waiting.why());
        } else if (event instanceof JobEvent.LineFinished end) {
            return Optional.of(label(end, history) + end.outcome() + ": " + end.why());
        } else if (event instanceof JobEvent.OperatorAsked asked) {
            return Optional.of(label(asked, history) + "asks: " + asked.question());
        } else if (event instanceof JobEvent.OperatorAnswered answered) {
            return Optional.of(
                    label(answered, history) + (answered.approved() ? "approved by " : "declined by ") + answered.by());
        } else if (event instanceof JobEvent.CancelRequested cancel) {
            return Optional.of("cancelled by " + cancel.by());
        } else if (event instanceof JobEvent.RestoreRequested restore) {
            return Optional.of("restore asked for by " + restore.by());
        } else if (event instanceof JobEvent.Acknowledged acknowledged) {
            return Optional.of("acknowledged by " + acknowledged.by());
        } else if (event instanceof JobEvent.Released released) {
            return Optional.of("given back: " + released.why());
        }
        return Optional.empty();
    }

    private static String label(JobEvent.OfLine event, JobHistory history) {
        LineHistory line = history.line(event.line());
        return "%d %s %s: ".formatted(line.number(), line.step(), line.target());
    }
}
