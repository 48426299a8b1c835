package io.presencemedic.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Requires;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.http.FormBody;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.PageRequest;
import io.presencemedic.job.ClusterJobsResource;
import io.presencemedic.job.JobCommandResource;
import io.presencemedic.job.JobRequest;
import io.presencemedic.job.JobResource;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What a person may say to a job: run a plan, answer, stop, switch on again. */
@Cancellable(false)
@Path("/console/jobs")
@Produces(MediaType.TEXT_HTML)
public class JobFormResource extends PageResource {
    private final JobResource jobs;
    private final JobCommandResource commands;
    private final ClusterJobsResource submission;
    private final ObjectMapper json;

    JobFormResource(
            Pages pages,
            JobResource jobs,
            JobCommandResource commands,
            ClusterJobsResource submission,
            ObjectMapper json) {
        super(pages);
        this.jobs = jobs;
        this.commands = commands;
        this.submission = submission;
        this.json = json;
    }

    /** Runs a plan as it was shown. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Path("/{id}/run")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(hidden = true)
    public Uni<Response> run(
            UUID id,
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String key,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String ticket) {
        return act(
                csrf,
                () -> asked(() -> jobs.get(id))
                        .chain(plan -> madeBy(
                                submission.submit(
                                        plan.path("cluster").asText(),
                                        FormBody.read(json, JobPage.execution(plan, reason, ticket), JobRequest.class),
                                        new FormHeaders(key)),
                                made -> "/console/jobs/" + made)),
                "/console/jobs/" + id);
    }

    /** Makes the plan of a job anew and compares it with the plan that the job was bound to. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Path("/{id}/replan")
    @RolesAllowed(Roles.OPERATOR)
    @Requires(Verb.PLAN)
    @Operation(hidden = true)
    public Uni<Response> replan(UUID id, @RestForm @Nullable String csrf, @RestForm @Nullable String key) {
        return act(
                csrf,
                () -> asked(() -> jobs.get(id)).chain(job -> boundTo(job)
                        .chain(plan -> madeBy(
                                submission.submit(
                                        job.path("cluster").asText(),
                                        FormBody.read(json, JobPage.plan(job), JobRequest.class),
                                        new FormHeaders(key)),
                                made -> "/console/jobs/" + made
                                        + plan.map(found -> "?against=" + found).orElse("")))),
                "/console/jobs/" + id);
    }

    /** The plan whose hash a job carries, among the last of its runbook on its cluster. */
    private Uni<Optional<String>> boundTo(JsonNode job) {
        return asked(() -> jobs.list(
                        job.path("cluster").asText(),
                        null,
                        job.path("runbook").asText(),
                        null,
                        PageRequest.of(PageRequest.MOST, null)))
                .map(page -> StreamSupport.stream(page.path("items").spliterator(), false)
                        .filter(each -> each.path("mode").asText().equals("PLAN")
                                && each.hasNonNull("planHash")
                                && each.path("planHash").equals(job.path("planHash")))
                        .map(each -> each.path("id").asText())
                        .findFirst());
    }

    /** Approves or declines. */
    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.APPROVER)
    @Operation(hidden = true)
    public Uni<Response> approval(
            UUID id,
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String comment) {
        return say(id, csrf, seen, job -> {
            ObjectNode answer =
                    json.createObjectNode().put("decision", decision).put("comment", comment);
            return commands.approve(job, FormBody.read(json, answer, JobCommandResource.Approval.class));
        });
    }

    /** Stops. */
    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(hidden = true)
    public Uni<Response> cancel(
            UUID id,
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String comment) {
        return say(id, csrf, seen, job -> commands.cancel(job, comment(comment)));
    }

    /** Switches on again. */
    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(hidden = true)
    public Uni<Response> restore(UUID id, @RestForm @Nullable String csrf, @RestForm @Nullable String seen) {
        return say(id, csrf, seen, commands::restore);
    }

    /** Takes over the responsibility. */
    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(hidden = true)
    public Uni<Response> acknowledge(
            UUID id,
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String comment) {
        return say(id, csrf, seen, job -> commands.acknowledge(job, comment(comment)));
    }

    private Uni<Response> say(UUID id, @Nullable String csrf, @Nullable String seen, Function<UUID, Uni<?>> command) {
        String page = "/console/jobs/" + id;
        return act(
                csrf,
                () -> asked(() -> jobs.get(id))
                        .invoke(job -> StaleForm.require(seen, job))
                        .chain(job -> command.apply(id))
                        .replaceWith(page),
                page);
    }

    private String comment(@Nullable String text) {
        return json.createObjectNode().put("comment", text).toString();
    }
}
