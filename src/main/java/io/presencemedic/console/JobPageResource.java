package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.Roles;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.PageRequest;
import io.presencemedic.job.ClusterJobsResource;
import io.presencemedic.job.JobCommandResource;
import io.presencemedic.job.JobEventsResource;
import io.presencemedic.job.JobRequest;
import io.presencemedic.job.JobResource;
import io.presencemedic.job.JobState;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A job as it happens, and what an operator may say to it. */
@Cancellable(false)
@Path("/console/jobs")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.VIEWER)
public class JobPageResource extends PageResource {
    private final JobResource jobs;
    private final JobEventsResource events;
    private final JobCommandResource commands;
    private final ClusterJobsResource submission;
    private final JobReportResource reports;
    private final ObjectMapper json;

    JobPageResource(
            Pages pages,
            JobResource jobs,
            JobEventsResource events,
            JobCommandResource commands,
            ClusterJobsResource submission,
            JobReportResource reports,
            ObjectMapper json) {
        super(pages);
        this.jobs = jobs;
        this.events = events;
        this.commands = commands;
        this.submission = submission;
        this.reports = reports;
        this.json = json;
    }

    /** The jobs, newest first. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> list(
            @QueryParam("cluster") @Nullable String cluster,
            @QueryParam("runbook") @Nullable String runbook,
            @QueryParam("ticket") @Nullable String ticket,
            @QueryParam("state") @Nullable String state,
            @jakarta.ws.rs.BeanParam PageRequest page) {
        JobQuery filter = JobQuery.of(cluster, runbook, ticket, state);
        return show(
                () -> asked(() -> jobs.list(filter.cluster(), filter.state(), filter.runbook(), filter.ticket(), page))
                        .map(found -> pages.page("jobs", "Jobs")
                                .data("filter", filter)
                                .data("states", List.of(JobState.values()))
                                .data("jobs", JobRows.of(found))
                                .data(
                                        "next",
                                        filter.next(found.path("nextCursor").textValue()))),
                "/console/now");
    }

    /** A job. */
    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<Response> job(UUID id) {
        return show(
                () -> view(id, "job").chain(page -> asked(
                                () -> events.events(id, PageRequest.of(PageRequest.MOST, null)))
                        .map(log -> page.data("events", EventRows.of(log)).data("seq", EventRows.last(log)))),
                "/console/jobs");
    }

    /** What of a job changes. */
    @GET
    @Path("/{id}/live")
    @Operation(hidden = true)
    public Uni<Response> live(UUID id) {
        return show(() -> view(id, "job-live"), "/console/jobs");
    }

    private Uni<TemplateInstance> view(UUID id, String template) {
        return asked(() -> jobs.get(id)).chain(job -> past(job).map(past -> {
            JobPage page = JobPage.of((ObjectNode) job, past);
            return pages.page(template, page.title())
                    .data("job", page.job())
                    .data("live", page.live())
                    .data("types", JobPage.EVENT_TYPES)
                    .data("off", page.off())
                    .data("present", page.present())
                    .data("remaining", page.remaining());
        }));
    }

    /** Runs of the same runbook on the same cluster, from which one may judge how long the rest will take. */
    private Uni<JsonNode> past(JsonNode job) {
        return job.hasNonNull("finishedAt") || job.path("mode").asText().equals("PLAN")
                ? Uni.createFrom().item(JsonNodeFactory.instance.objectNode())
                : asked(() -> jobs.list(
                        job.path("cluster").asText(),
                        JobState.SUCCEEDED,
                        job.path("runbook").asText(),
                        null,
                        new PageRequest()));
    }

    /** What happens to a job, from the last event that the browser has seen. */
    @GET
    @Path("/{id}/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(
            UUID id, @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        return events.stream(id, lastEventId, sse);
    }

    /** What was sent to the nodes and what they answered. */
    @GET
    @Path("/{id}/transcripts")
    @Operation(hidden = true)
    public Uni<Response> transcripts(
            UUID id, @QueryParam("q") @Nullable String search, @jakarta.ws.rs.BeanParam PageRequest page) {
        String sought = search == null ? "" : search;
        return show(
                () -> asked(() -> events.transcripts(id, page)).map(found -> pages.page("transcripts", "Transcripts")
                        .data("job", id)
                        .data("q", sought)
                        .data("transcripts", EventRows.holding(found.path("items"), sought))
                        .data(
                                "next",
                                found.hasNonNull("nextCursor")
                                        ? "?q=" + JobQuery.encoded(sought) + "&cursor="
                                                + found.path("nextCursor").asText()
                                        : null)),
                "/console/jobs/" + id);
    }

    /** The report, to read, print or keep. */
    @GET
    @Path("/{id}/report")
    @Operation(hidden = true)
    public Uni<Response> report(UUID id) {
        return reports.report(id, "report").map(html -> html(200, html));
    }

    /** Runs a plan as it was shown. */
    @POST
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
                                        json.convertValue(JobPage.execution(plan, reason, ticket), JobRequest.class),
                                        new FormHeaders(key)),
                                made -> "/console/jobs/" + made)),
                "/console/jobs/" + id);
    }

    /** Approves or declines. */
    @POST
    @Path("/{id}/approval")
    @Operation(hidden = true)
    public Uni<Response> approval(
            UUID id,
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String comment) {
        return say(id, csrf, job -> {
            ObjectNode answer =
                    json.createObjectNode().put("decision", decision).put("comment", comment);
            return commands.approve(job, json.convertValue(answer, JobCommandResource.Approval.class));
        });
    }

    /** Stops. */
    @POST
    @Path("/{id}/cancel")
    @Operation(hidden = true)
    public Uni<Response> cancel(UUID id, @RestForm @Nullable String csrf, @RestForm @Nullable String comment) {
        return say(id, csrf, job -> commands.cancel(job, comment(comment)));
    }

    /** Switches on again. */
    @POST
    @Path("/{id}/restore")
    @Operation(hidden = true)
    public Uni<Response> restore(UUID id, @RestForm @Nullable String csrf) {
        return say(id, csrf, commands::restore);
    }

    /** Takes over the responsibility. */
    @POST
    @Path("/{id}/acknowledge")
    @Operation(hidden = true)
    public Uni<Response> acknowledge(UUID id, @RestForm @Nullable String csrf, @RestForm @Nullable String comment) {
        return say(id, csrf, job -> commands.acknowledge(job, comment(comment)));
    }

    private Uni<Response> say(UUID id, @Nullable String csrf, Function<UUID, Uni<?>> command) {
        String page = "/console/jobs/" + id;
        return act(csrf, () -> Uni.createFrom().deferred(() -> command.apply(id).replaceWith(page)), page);
    }

    private String comment(@Nullable String text) {
        return json.createObjectNode().put("comment", text).toString();
    }
}
