package io.presencemedic.job;

import io.presencemedic.http.IdempotencyKey;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Prefer;
import io.presencemedic.http.Problem;
import io.presencemedic.http.StoredAnswer;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Jobs: asking for them and looking at them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobResource {
    private final JobSubmission submission;
    private final Jobs jobs;
    private final JobFeed feed;
    private final SecurityIdentity identity;
    private final Clock clock;

    JobResource(JobSubmission submission, Jobs jobs, JobFeed feed, SecurityIdentity identity, Clock clock) {
        this.submission = submission;
        this.jobs = jobs;
        this.feed = feed;
        this.identity = identity;
        this.clock = clock;
    }

    /** Asks for a job. */
    @POST
    @Path("/clusters/{cluster}/jobs")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Operation(
            operationId = "submitJob",
            summary = "Ask for a job",
            description =
                    "Runs a runbook on the cluster, or plans it. Repeat it with the same Idempotency-Key as often as you like: one job is made.")
    @APIResponse(
            responseCode = "202",
            description = "The job was created; Location says where it is",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Uni<Response> submit(String cluster, @NotNull @Valid JobRequest request, @Context HttpHeaders headers) {
        Optional<IdempotencyKey> key = IdempotencyKey.of(headers);
        Optional<Prefer> wait = Prefer.of(headers);
        return submission
                .submit(cluster, request, key, identity.getPrincipal().getName())
                .chain(answer -> wait.isEmpty()
                        ? Uni.createFrom().item(answer.response().build())
                        : whenFinal(answer, wait.get()));
    }

    private Uni<Response> whenFinal(StoredAnswer answer, Prefer wait) {
        UUID id = UUID.fromString(answer.id());
        return feed.follow(id, 0)
                .collect()
                .last()
                .ifNoItem()
                .after(wait.patience())
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithNull()
                .chain(() -> jobs.find(id))
                .map(history -> {
                    JobView view = JobView.of(id, history.orElseThrow());
                    int status = view.state().isFinal() ? 200 : answer.status();
                    return answer.headers(Response.status(status).entity(view))
                            .header(Prefer.APPLIED, wait.applied())
                            .build();
                });
    }

    /** Lists jobs. */
    @GET
    @Path("/jobs")
    @RolesAllowed("viewer")
    @Operation(
            operationId = "listJobs",
            summary = "List jobs, newest first",
            description = "Filters by cluster, state, runbook and ticket; all that are given must fit.")
    public Uni<Page<JobView>> list(
            @QueryParam("cluster") @Nullable String cluster,
            @QueryParam("state") @Nullable JobState state,
            @QueryParam("runbook") @Nullable String runbook,
            @QueryParam("ticket") @Nullable String ticket,
            @BeanParam @Valid PageRequest page) {
        Jobs.Filter filter = new Jobs.Filter(cluster, state, runbook, ticket);
        UUID before = page.after().map(JobResource::cursor).orElse(null);
        return jobs.list(filter, before, page.limit() + 1)
                .map(found -> Page.of(found, page, job -> job.id().toString())
                        .map(job -> JobView.of(job.id(), job.history())));
    }

    /** Shows a job. */
    @GET
    @Path("/jobs/{id}")
    @RolesAllowed("viewer")
    @Operation(
            operationId = "getJob",
            summary = "Show a job",
            description = "Its plan line by line, what came of each, and what is left switched off.")
    public Uni<JobView> get(UUID id) {
        return jobs.find(id).map(found -> JobView.of(id, found.orElseThrow(() -> unknown(id))));
    }

    /** Shows a job to a person. */
    @GET
    @Path("/jobs/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed("viewer")
    @Operation(hidden = true)
    public Uni<String> table(UUID id) {
        return jobs.find(id).map(found -> JobTable.of(found.orElseThrow(() -> unknown(id)), clock.instant()));
    }

    static RuntimeException unknown(UUID id) {
        return Problem.of(404, "JOB_UNKNOWN", "There is no job " + id + ".").exception();
    }

    private static UUID cursor(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw PageRequest.unknown();
        }
    }
}
