package io.presencemedic.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.http.PageRequest;
import io.presencemedic.job.JobEventsResource;
import io.presencemedic.job.JobResource;
import io.presencemedic.job.log.JobState;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    private final JobReportResource reports;
    private final JobRequesters requesters;
    private final Clock clock;

    JobPageResource(
            Pages pages,
            JobResource jobs,
            JobEventsResource events,
            JobReportResource reports,
            JobRequesters requesters,
            Clock clock) {
        super(pages);
        this.jobs = jobs;
        this.events = events;
        this.reports = reports;
        this.requesters = requesters;
        this.clock = clock;
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

    /** A job; a plan may be compared with an earlier one. */
    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<Response> job(UUID id, @QueryParam("against") @Nullable UUID earlier) {
        return show(
                () -> view(id, "job", earlier)
                        .chain(page -> asked(() -> events.events(id, PageRequest.of(PageRequest.MOST, null)))
                                .map(log -> page.data("events", EventRows.of(log))
                                        .data("seq", EventRows.last(log))
                                        .data("moreEvents", log.hasNonNull("nextCursor")))),
                "/console/jobs");
    }

    /** What of a job changes. */
    @GET
    @Path("/{id}/live")
    @Operation(hidden = true)
    public Uni<Response> live(UUID id, @QueryParam("against") @Nullable UUID earlier) {
        return show(() -> view(id, "job-live", earlier), "/console/jobs");
    }

    private Uni<TemplateInstance> view(UUID id, String template, @Nullable UUID earlier) {
        return asked(() -> jobs.get(id))
                .chain(job -> past(job).chain(past -> requesters.isReader(id).chain(own -> before(job, earlier)
                        .map(before ->
                                view(template, JobPage.of((ObjectNode) job, past, clock.instant()), own, before)))));
    }

    private TemplateInstance view(String template, JobPage page, boolean own, JsonNode before) {
        ObjectNode job = page.job();
        List<JsonNode> lines = before.isMissingNode() ? JobPage.lines(job) : PlanDifference.lines(job, before);
        return pages.page(
                        template,
                        page.title(),
                        job.path("cluster").asText(),
                        job.path("runbook").asText())
                .data("job", job)
                .data("lines", lines)
                .data("compared", !before.isMissingNode())
                .data("same", PlanDifference.isSame(lines))
                .data("earlier", before.path("id").textValue())
                .data("own", own)
                .data("seen", StaleForm.seen(job))
                .data("live", page.live())
                .data("types", JobPage.EVENT_TYPES)
                .data("off", page.off())
                .data("present", page.present())
                .data("since", page.since())
                .data("remaining", page.remaining());
    }

    /** The plan with which a plan is compared; missing where none is asked for, or it is of another cluster. */
    private Uni<JsonNode> before(JsonNode job, @Nullable UUID earlier) {
        return earlier == null
                ? Uni.createFrom().item(MissingNode.getInstance())
                : asked(() -> jobs.get(earlier))
                        .map(found -> found.path("cluster").equals(job.path("cluster"))
                                        && pages.reader()
                                                .may(
                                                        Verb.READ,
                                                        found.path("cluster").asText(),
                                                        found.path("runbook").asText())
                                ? found
                                : MissingNode.getInstance());
    }

    /** Runs of the same runbook on the same cluster, from which one may judge how long the rest will take. */
    private Uni<JsonNode> past(JsonNode job) {
        return job.hasNonNull("finishedAt") && !job.path("mode").asText().equals("PLAN")
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
                () -> asked(() -> events.transcripts(id, true, page)).map(found -> pages.page(
                                "transcripts", "Transcripts")
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
}
