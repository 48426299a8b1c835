package io.presencemedic.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for.
 *
 * @param runbook name of the runbook
 * @param target group or node; absent for the only group of the cluster
 * @param parameters as the runbook's schema wants them
 * @param mode EXECUTE, the default, or PLAN
 * @param planHash of an earlier plan: executed only if the plan would still be the same
 * @param reason why, for the audit
 * @param ticket number in the caller's own system
 * @param awaitApproval whether the plan with that hash is run only after somebody else has approved it
 */
@Schema(
        example =
                "{\"runbook\":\"services-stuck-in-starting\",\"mode\":\"EXECUTE\",\"reason\":\"subscriber restarted with HA on\",\"ticket\":\"INC0012345\"}")
public record JobRequest(
        @NotNull @Size(min = 1, max = 64) String runbook,
        @Nullable @Valid Target target,
        @Nullable ObjectNode parameters,

        @Schema(description = "Whether to run it or only to plan it.", defaultValue = "EXECUTE") @Nullable
        JobMode mode,

        @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "must be the planHash of a plan: 64 hexadecimal digits")
        String planHash,

        @Nullable @Size(max = 1000) String reason,
        @Nullable @Size(max = 100) String ticket,

        @Schema(
                description =
                        "Waits, before anything is done, until somebody else has approved the plan with that planHash. The right to plan is enough.",
                defaultValue = "false")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean awaitApproval) {
    /** What the job works on; at most one of the two. */
    public record Target(
            @Nullable @Size(min = 1, max = 255) String group,
            @Nullable @Size(min = 1, max = 255) String node) {}

    /** A request that waits for nobody. */
    public JobRequest(
            String runbook,
            @Nullable Target target,
            @Nullable ObjectNode parameters,
            @Nullable JobMode mode,
            @Nullable String planHash,
            @Nullable String reason,
            @Nullable String ticket) {
        this(runbook, target, parameters, mode, planHash, reason, ticket, null);
    }

    /** What the caller has to hold: who only asks that a plan be approved needs no more than the right to plan. */
    Verb verb() {
        return modeOrDefault() == JobMode.PLAN || awaitsApproval() ? Verb.PLAN : Verb.EXECUTE;
    }

    boolean awaitsApproval() {
        return Boolean.TRUE.equals(awaitApproval);
    }

    JobMode modeOrDefault() {
        return Objects.requireNonNullElse(mode, JobMode.EXECUTE);
    }

    ObjectNode parametersOrNone() {
        return Objects.requireNonNullElseGet(parameters, JsonNodeFactory.instance::objectNode);
    }

    JobTarget jobTarget() {
        return target == null ? JobTarget.NONE : new JobTarget(target.group(), target.node());
    }
}
