package io.presencemedic.job;

import io.presencemedic.access.Caller;
import io.presencemedic.access.NamedJobs;
import io.presencemedic.access.PermissionCheck;
import io.presencemedic.access.grant.Requires;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.Prefer;
import io.presencemedic.http.creation.StoredAnswer;
import io.presencemedic.job.view.JobView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Asking for jobs. */
@Cancellable(false)
@Path("/api/v1/clusters/{cluster}/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class ClusterJobsResource {
    private static final String PATH = "/api/v1/clusters/%s/jobs";

    private final JobSubmission submission;
    private final RequestCheck check;
    private final NamedJobs named;
    private final PermissionCheck permissions;
    private final JobFeed feed;
    private final Caller caller;

    ClusterJobsResource(
            JobSubmission submission,
            RequestCheck check,
            NamedJobs named,
            PermissionCheck permissions,
            JobFeed feed,
            Caller caller) {
        this.submission = submission;
        this.check = check;
        this.named = named;
        this.permissions = permissions;
        this.feed = feed;
        this.caller = caller;
    }

    /** Asks for a job. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Requires(Verb.PLAN)
    @Operation(
            operationId = "submitJob",
            summary = "Ask for a job",
            description =
                    "Runs a runbook on the cluster, or plans it. With awaitApproval it waits until somebody else has approved the plan with that planHash; the right to plan is enough to ask for that. Repeat it with the same Idempotency-Key as often as you like: one job is made.")
    @Parameter(name = Prefer.HEADER, in = ParameterIn.HEADER)
    @APIResponse(
            responseCode = "202",
            description = "The job was created; Location says where it is",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Uni<Response> submit(String cluster, @NotNull @Valid JobRequest request, @Context HttpHeaders headers) {
        permissions.require(PATH.formatted(cluster), request.verb(), cluster, request.runbook());
        Optional<IdempotencyKey> key = IdempotencyKey.of(headers);
        Optional<Prefer> wait = Prefer.of(headers);
        String who = caller.name();
        return submission
                .submit(cluster, request, key, who, () -> named.require(cluster, check.jobs(request)))
                .chain(answer -> begun(answer, wait, feed));
    }

    /** What a caller is told of a job that he has begun: at once, or when it has ended or his patience has. */
    static Uni<Response> begun(StoredAnswer answer, Optional<Prefer> wait, JobFeed feed) {
        return wait.isEmpty() ? Uni.createFrom().item(answer.response().build()) : whenFinal(answer, wait.get(), feed);
    }

    private static Uni<Response> whenFinal(StoredAnswer answer, Prefer wait, JobFeed feed) {
        UUID id = UUID.fromString(answer.id());
        return feed.ended(id, wait.patience())
                .map(view -> answer.after(wait, view, view.state().isFinal()).build());
    }
}
