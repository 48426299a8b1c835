package io.presencemedic.job.run;

import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What operators have said to the questions of a job, and what that permits. */
final class Approvals {
    private Approvals() {}

    /** Whether the line was asked for and is not approved. */
    static boolean isUnanswered(LineHistory line) {
        return line.asked() != null && !Boolean.TRUE.equals(line.approved());
    }

    /** Why an unanswered question ends its line; empty while an answer may come. */
    static Optional<String> refusal(LineHistory line, Instant now) {
        JobEvent.OperatorAsked asked = Objects.requireNonNull(line.asked());
        if (Boolean.FALSE.equals(line.approved())) {
            return Optional.of("an operator declined: " + asked.question());
        }
        return now.isBefore(asked.expiresAt())
                ? Optional.empty()
                : Optional.of("nobody answered in time: " + asked.question());
    }

    /**
     * Whether the line may send the command: it was approved as it stands, or a line of an earlier chapter was, because
     * one approval is enough for a job that goes through several.
     */
    static boolean given(JobHistory history, LineHistory line, String command) {
        JobEvent.OperatorAsked asked = line.asked();
        if (asked != null && Boolean.TRUE.equals(line.approved())) {
            return command.equals(asked.command());
        }
        return line.part() > 0 && history.lines().stream().anyMatch(LineHistory::permitted);
    }

    /** What the question is to say beside itself. */
    static String question(LineHistory line, String question) {
        return line.part() > 0 && !line.permitted()
                ? question + " (An approval holds for all lines of this job that need one.)"
                : question;
    }
}
