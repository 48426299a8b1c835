package io.presencemedic.job.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.link.LinkFailureCode;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.HoldKind;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Something that happened to a job. The events of a job, in order, are all that is known of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobEvent.Submitted.class, name = "SUBMITTED"),
    @JsonSubTypes.Type(value = JobEvent.Planned.class, name = "PLANNED"),
    @JsonSubTypes.Type(value = JobEvent.ChapterPlanned.class, name = "CHAPTER_PLANNED"),
    @JsonSubTypes.Type(value = JobEvent.PlanDelayed.class, name = "PLAN_DELAYED"),
    @JsonSubTypes.Type(value = JobEvent.Claimed.class, name = "CLAIMED"),
    @JsonSubTypes.Type(value = JobEvent.LineBegun.class, name = "LINE_BEGUN"),
    @JsonSubTypes.Type(value = JobEvent.Acting.class, name = "ACTING"),
    @JsonSubTypes.Type(value = JobEvent.DidAct.class, name = "DID_ACT"),
    @JsonSubTypes.Type(value = JobEvent.LineFinished.class, name = "LINE_FINISHED"),
    @JsonSubTypes.Type(value = JobEvent.Waiting.class, name = "WAITING"),
    @JsonSubTypes.Type(value = JobEvent.OperatorAsked.class, name = "OPERATOR_ASKED"),
    @JsonSubTypes.Type(value = JobEvent.OperatorAnswered.class, name = "OPERATOR_ANSWERED"),
    @JsonSubTypes.Type(value = JobEvent.CancelRequested.class, name = "CANCEL_REQUESTED"),
    @JsonSubTypes.Type(value = JobEvent.RestoreRequested.class, name = "RESTORE_REQUESTED"),
    @JsonSubTypes.Type(value = JobEvent.RestoreResumed.class, name = "RESTORE_RESUMED"),
    @JsonSubTypes.Type(value = JobEvent.HoldExtended.class, name = "HOLD_EXTENDED"),
    @JsonSubTypes.Type(value = JobEvent.Acknowledged.class, name = "ACKNOWLEDGED"),
    @JsonSubTypes.Type(value = JobEvent.HostKeyPinned.class, name = "HOST_KEY_PINNED"),
    @JsonSubTypes.Type(value = JobEvent.Released.class, name = "RELEASED"),
    @JsonSubTypes.Type(value = JobEvent.Finished.class, name = "FINISHED")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface JobEvent {
    /** An event of one line of the plan. */
    sealed interface OfLine extends JobEvent {
        /** The line's number, from 1. */
        int line();
    }

    /**
     * A caller asked for the job.
     *
     * @param awaitApproval true where its plan is run only after it was approved; null where nobody is asked
     */
    @Value.Builder
    record Submitted(
            String cluster,
            String runbook,
            JobMode mode,
            JobTarget target,
            ObjectNode parameters,
            @Nullable String planHash,
            @Nullable String reason,
            @Nullable String ticket,
            String requestedBy,
            @Nullable UUID retryOf,
            @Nullable Boolean awaitApproval)
            implements JobEvent {
        /** Whether a person has to approve the plan before anything is changed. */
        public boolean awaitsApproval() {
            return mode == JobMode.EXECUTE && Boolean.TRUE.equals(awaitApproval);
        }

        /** The same as a plan of nobody's. */
        public Submitted asPlan() {
            return new SubmittedBuilder()
                    .cluster(cluster)
                    .runbook(runbook)
                    .mode(JobMode.PLAN)
                    .target(target)
                    .parameters(parameters)
                    .requestedBy(requestedBy)
                    .build();
        }
    }

    /** The target was found on the cluster and lines were added to the plan. */
    record Planned(@Nullable PlannedGroup group, @Nullable String node, List<PlannedLine> lines) implements JobEvent {}

    /**
     * The target could not be looked for; the job was put down until {@code dueAt}.
     *
     * @param code code of the link failure
     */
    record PlanDelayed(String why, Instant dueAt, String code) implements JobEvent {}

    /** The redundancy group as it was when the plan was made. */
    record PlannedGroup(String uuid, String name, List<String> nodes) {}

    /**
     * A line as it was planned.
     *
     * @param runbook the runbook whose chapter the line belongs to; null for the job's own
     * @param collects what it collects, in the document's words; null where it collects nothing
     * @param sleeps true where it holds something off for a time, which may be extended; null where it does not
     */
    @Value.Builder
    record PlannedLine(
            int line,
            String step,
            String target,
            @Nullable Restoring restores,
            @Nullable String runbook,
            @Nullable String collects,
            @Nullable Boolean sleeps) {
        /** The line with that number of this step. */
        static PlannedLine of(int number, Step step, @Nullable Restoring restores) {
            return new PlannedLineBuilder()
                    .line(number)
                    .step(step.name())
                    .target(step.target())
                    .restores(restores)
                    .collects(step.collects().orElse(null))
                    .sleeps(step.sleepsThrough() ? true : null)
                    .build();
        }
    }

    /**
     * A line asked for another runbook: its lines were added to the plan, and behind them that line once more.
     *
     * @param line the line that asked for it
     * @param cause what is to be remedied
     * @param mayAsk whether its lines may ask for the approval of a change
     */
    record ChapterPlanned(
            int line,
            String runbook,
            String cause,
            boolean mayAsk,
            @Nullable PlannedGroup group,
            @Nullable String node,
            ObjectNode parameters,
            List<PlannedLine> lines)
            implements OfLine {}

    /**
     * A worker took the job over.
     *
     * @param unattended for how long nobody had worked on it though it was due; null for no time worth telling. What a
     *     line waits for does not count it.
     */
    record Claimed(String worker, long fence, @Nullable Duration unattended) implements JobEvent {
        /** A claim of a job that had not been left alone. */
        public Claimed(String worker, long fence) {
            this(worker, fence, null);
        }
    }

    /** The line began. */
    record LineBegun(int line) implements OfLine {}

    /**
     * The intent to make a change; committed before the change is made.
     *
     * @param found the state that was found before, as a value; null where the step names none, and before 0.2.0
     */
    record Acting(
            int line,
            String node,
            String command,
            String why,
            @Nullable Hold hold,
            Map<String, String> notes,
            @Nullable String found)
            implements OfLine {
        /** An intent of a step that names no state. */
        public Acting(
                int line, String node, String command, String why, @Nullable Hold hold, Map<String, String> notes) {
            this(line, node, command, why, hold, notes, null);
        }
    }

    /**
     * What came of a change.
     *
     * @param answer the platform's words; null where no answer came
     * @param code code of the failure; null where the change was answered well
     * @param notes what of the answer is wanted later; null where nothing is
     * @param unsent true where it never left this process; null where it did, or may have
     */
    record DidAct(
            int line,
            @Nullable String answer,
            @Nullable String code,
            @Nullable String detail,
            @Nullable Map<String, String> notes,
            @Nullable Boolean unsent)
            implements OfLine {
        private static final String OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";

        /** The change was sent, or may have been. */
        public DidAct(int line, @Nullable String answer, @Nullable String code, @Nullable String detail) {
            this(line, answer, code, detail, null, null);
        }

        /** The process ended between the intent and the answer; nobody knows whether the change was made. */
        public static DidAct brokenOff(int line) {
            return new DidAct(line, null, OUTCOME_UNKNOWN, "The process ended before the answer came; looking again.");
        }

        /** Whether it is the outcome of {@link #brokenOff}. */
        public boolean wasBrokenOff() {
            return OUTCOME_UNKNOWN.equals(code);
        }

        /** Whether nobody knows if the node has heard it. */
        boolean wasLost() {
            return LinkFailureCode.LINK_LOST.name().equals(code)
                    || LinkFailureCode.LINK_TIMED_OUT.name().equals(code);
        }

        boolean wasNeverSent() {
            return Boolean.TRUE.equals(unsent);
        }
    }

    /**
     * The line ended.
     *
     * @param code code of the failure, where the outcome is one
     * @param unneeded whether the whole runbook has nothing to do
     * @param restored what is on again
     * @param handedOver whether persons have to do what is left
     * @param context what belongs to a failure beside its sentence; null where nothing does
     */
    @Value.Builder
    record LineFinished(
            int line,
            LineOutcome outcome,
            String why,
            @Nullable String code,
            List<String> commands,
            boolean unneeded,
            @Nullable Hold restored,
            boolean handedOver,
            @Nullable FailureContext context)
            implements OfLine {
        /** An end without a look at the cluster. */
        public static LineFinished closed(int line, LineOutcome outcome, String why, List<String> commands) {
            return new LineFinishedBuilder()
                    .line(line)
                    .outcome(outcome)
                    .why(why)
                    .commands(commands)
                    .unneeded(false)
                    .handedOver(false)
                    .build();
        }
    }

    /**
     * The job was put down until {@code dueAt}.
     *
     * @param code code of the link failure that made it wait; null where it waits for the cluster
     */
    record Waiting(
            int line, String why, Instant dueAt, @Nullable String code, List<String> commands) implements OfLine {}

    /** A person has to decide before {@code expiresAt}. */
    record OperatorAsked(
            int line, String question, @Nullable String command, Instant expiresAt) implements OfLine {}

    /** A person decided. */
    record OperatorAnswered(
            int line, boolean approved, String by, @Nullable String comment) implements OfLine {}

    /** A person asked to stop and to switch on again what is off. */
    record CancelRequested(String by, @Nullable String reason) implements JobEvent {}

    /** A person asked to switch on again what the job left or holds off. */
    record RestoreRequested(String by) implements JobEvent {}

    /**
     * What is left off is tried again by itself.
     *
     * @param attempt how often that was done, with this one
     */
    record RestoreResumed(int attempt) implements JobEvent {}

    /** A person asked to hold off for so long from now on. */
    record HoldExtended(String by, Duration restoreAfter) implements JobEvent {}

    /**
     * A person takes what is left switched off on himself.
     *
     * @param things what he says of each; null where he speaks of all and says nothing of how they are
     */
    record Acknowledged(
            String by, @Nullable String comment, @Nullable List<Thing> things) implements JobEvent {
        /**
         * Something that was left off.
         *
         * @param switchedOn whether the person has switched it on again
         */
        public record Thing(HoldKind kind, String subject, boolean switchedOn) {
            /** The thing as a hold. */
            public Hold hold() {
                return new Hold(kind, subject);
            }
        }
    }

    /** The first SSH host key of a node was seen and pinned. */
    record HostKeyPinned(String node, String fingerprint) implements JobEvent {}

    /** The worker gave the job back before it was done. */
    record Released(String worker, String why) implements JobEvent {}

    /**
     * The job ended.
     *
     * @param retryAt when what it left off is tried again by itself; null where that is not to be
     */
    record Finished(
            JobState state,
            @Nullable JobFailure failure,
            List<LeftSwitchedOff> leftSwitchedOff,
            @Nullable Instant retryAt)
            implements JobEvent {
        /** An end after which nothing is tried again by itself. */
        public Finished(JobState state, @Nullable JobFailure failure, List<LeftSwitchedOff> leftSwitchedOff) {
            this(state, failure, leftSwitchedOff, null);
        }
    }
}
