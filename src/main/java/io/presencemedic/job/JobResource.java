package io.presencemedic.job;

import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.store.JobFilter;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.view.JobTable;
import io.presencemedic.job.view.JobView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Jobs, to look at. */
@Cancellable(false)
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobResource {
    private final Jobs jobs;
    private final Caller caller;
    private final Clock clock;

    JobResource(Jobs jobs, Caller caller, Clock clock) {
        this.caller = caller;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Lists jobs. */
    @GET
    @RolesAllowed(Roles.VIEWER)
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
        JobFilter filter = new JobFilter(
                cluster,
                state,
                runbook,
                ticket,
                caller.readable().isUnlimited() ? null : caller.readable().jobs());
        UUID before = page.afterId().orElse(null);
        return jobs.list(filter, before, page.limit() + 1)
                .map(found -> Page.of(found, page, job -> job.id().toString()));
    }

    /** Shows a job. */
    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getJob",
            summary = "Show a job",
            description = "Its plan line by line, what came of each, and what is left switched off.")
    public Uni<JobView> get(UUID id) {
        return jobs.view(id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** Shows a job to a person. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public Uni<String> table(UUID id) {
        return jobs.known(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .map(job -> JobTable.of(job.history(), job.summary().state(), clock.instant()));
    }

    static RuntimeException unknown(UUID id) {
        return Problem.of(404, "JOB_UNKNOWN", "There is no job " + id + ".").exception();
    }
}
