package io.presencemedic.job.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.runbook.FailureContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a job did not succeed.
 *
 * @param code stable code
 * @param detail one sentence: what happened and what to do next
 * @param line the plan's line; null where the job failed before it had a plan
 * @param target the line's target
 * @param evidence id of the evidence bundle that TAC wants, such as {@code E-NETWORK}; null where the document names
 *     none
 * @param findings what is wrong and stays so
 * @param attempts what was tried in vain, in order
 * @param undetermined what could not be looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobFailure(
        String code,
        String detail,
        @Nullable Integer line,
        @Nullable String target,
        @Nullable String evidence,
        List<FailureContext.OpenFinding> findings,
        List<FailureContext.Attempt> attempts,
        List<FailureContext.Unknown> undetermined) {
    /** The code of a line that failed without one. */
    static final String OF_A_LINE = "LINE_FAILED";

    public JobFailure {
        findings = List.copyOf(Objects.requireNonNullElse(findings, List.of()));
        attempts = List.copyOf(Objects.requireNonNullElse(attempts, List.of()));
        undetermined = List.copyOf(Objects.requireNonNullElse(undetermined, List.of()));
    }

    /** A failure of which nothing is known beside its sentence. */
    public JobFailure(String code, String detail, @Nullable Integer line, @Nullable String target) {
        this(code, detail, line, target, null, List.of(), List.of(), List.of());
    }

    /** The failure with further findings, each once. */
    JobFailure besides(List<FailureContext.OpenFinding> others) {
        List<FailureContext.OpenFinding> all =
                Stream.concat(findings.stream(), others.stream()).distinct().toList();
        return new JobFailure(code, detail, line, target, evidence, all, attempts, undetermined);
    }

    /** The failure of a line. */
    static JobFailure of(LineHistory line) {
        FailureContext context = line.context();
        return new JobFailure(
                Objects.requireNonNullElse(line.code(), OF_A_LINE),
                line.why(),
                line.number(),
                line.target(),
                context.evidence(),
                context.findings(),
                context.attempts(),
                context.undetermined());
    }
}
