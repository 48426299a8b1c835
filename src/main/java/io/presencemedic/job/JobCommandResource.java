package io.presencemedic.job;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.http.Problem;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.Prefer;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.run.JobCommands;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.view.JobView;
import io.presencemedic.runbook.ParameterSchema;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What an operator says to a job. All of it may be repeated. */
@Cancellable(false)
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobCommandResource {
    private final Jobs jobs;
    private final JobSubmission submission;
    private final JobFeed feed;
    private final ClusterExclusivity turn;
    private final CommandComments comments;
    private final SecurityIdentity identity;

    JobCommandResource(
            Jobs jobs,
            JobSubmission submission,
            JobFeed feed,
            ClusterExclusivity turn,
            CommandComments comments,
            SecurityIdentity identity) {
        this.jobs = jobs;
        this.submission = submission;
        this.feed = feed;
        this.turn = turn;
        this.comments = comments;
        this.identity = identity;
    }

    /** What an approver decides. */
    public enum Verdict {
        APPROVE,
        DECLINE
    }

    /** An approver's answer. */
    @Schema(example = "{\"decision\":\"APPROVE\",\"comment\":\"agreed with TAC\"}")
    public record Approval(
            @NotNull Verdict decision,
            @Nullable @Size(max = 1000) String comment) {}

    /** Stops a job. */
    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description =
                    "The line in progress is given up, what is switched off is switched on again, then the job is CANCELLED. A final job stays as it is.")
    @Consumes(MediaType.WILDCARD)
    public Uni<JobView> cancel(
            UUID id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CommandComments.Comment.class)))
                    @Nullable
                    String body) {
        return say(id, JobCommands.cancel(caller(), comments.of(body)));
    }

    /** Answers what a job asks. */
    @POST
    @Path("/{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPROVER)
    @Operation(
            operationId = "answerJob",
            summary = "Approve or decline what a job asks",
            description = "Answering twice the same way is fine; another answer than the first is refused.")
    public Uni<JobView> approve(UUID id, @NotNull @Valid Approval approval) {
        return say(id, JobCommands.answer(approval.decision() == Verdict.APPROVE, caller(), approval.comment()));
    }

    /** Switches on again what a job holds or has left off. */
    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "restoreJob",
            summary = "Switch on again what a job holds or left off",
            description = "The job takes up its restoring lines again. Nothing happens where nothing is off.")
    @Consumes(MediaType.WILDCARD)
    public Uni<JobView> restore(UUID id) {
        return say(id, JobCommands.restore(caller()))
                .onFailure(ClusterExclusivity::isSecondLiveJob)
                .recoverWithUni(() -> jobs.summary(id)
                        .chain(job -> turn.refuse(job.orElseThrow().cluster())));
    }

    /** Goes on where a failed job ended. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Path("/{id}/retry")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "retryJob",
            summary = "Retry a failed job",
            description =
                    "Creates a job that begins at the first unfinished line of the failed one, after looking again at what is already so; retryOf links to it.")
    @Parameter(name = Prefer.HEADER, in = ParameterIn.HEADER)
    @APIResponse(
            responseCode = "202",
            description = "The job was created; Location says where it is",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> retry(UUID id, @Context HttpHeaders headers) {
        return submission
                .retry(id, IdempotencyKey.of(headers), caller())
                .chain(answer -> ClusterJobsResource.begun(answer, Prefer.of(headers), feed));
    }

    /** How long to hold off from now on. */
    @Schema(example = "{\"restoreAfter\":\"PT30M\"}")
    record Extension(@NotNull @Size(max = 32) String restoreAfter) {}

    /** Holds off for longer, or for shorter. */
    @POST
    @Path("/{id}/extend")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "extendJob",
            summary = "Hold off for another time",
            description = "Sets anew after which time, from now on, the job switches on again what it holds off.")
    public Uni<JobView> extend(UUID id, @NotNull @Valid Extension extension) {
        return say(
                id,
                JobCommands.extend(
                        caller(),
                        ParameterSchema.durationOf(extension.restoreAfter())
                                .orElseThrow(() -> Problem.invalid("restoreAfter", ParameterSchema.DURATION_RULE)
                                        .exception())));
    }

    /** Takes over the responsibility for what is left off. */
    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "acknowledgeJob",
            summary = "Acknowledge what a job left switched off",
            description =
                    "An operator sees to it; the alarm ends and the cluster takes new jobs. things says of each thing that was left off whether it has been switched on by hand; what is not named goes on being owed. Without things, all that is left off stays off and is seen to.")
    @Consumes(MediaType.WILDCARD)
    public Uni<JobView> acknowledge(
            UUID id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CommandComments.Acknowledgement.class)))
                    @Nullable
                    String body) {
        CommandComments.Acknowledgement said = comments.acknowledgement(body);
        return say(id, JobCommands.acknowledge(caller(), said.comment(), said.things()));
    }

    private Uni<JobView> say(UUID id, Function<JobHistory, List<JobEvent>> verb) {
        return jobs.write(id, verb).map(found -> JobView.of(id, found.orElseThrow(() -> JobResource.unknown(id))));
    }

    private String caller() {
        return identity.getPrincipal().getName();
    }
}
