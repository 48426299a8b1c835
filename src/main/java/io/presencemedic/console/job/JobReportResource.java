package io.presencemedic.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.console.page.VisibleText;
import io.presencemedic.http.PageRequest;
import io.presencemedic.job.JobEventsResource;
import io.presencemedic.job.JobResource;
import io.quarkus.qute.Engine;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The report of a job, written from its events: what was found, done, approved, and how it ended. */
@Cancellable(false)
@Path("/api/v1/jobs/{id}/report")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Jobs")
public class JobReportResource {
    private static final String MARKDOWN = "text/markdown";
    private static final int WORK_NOTE = 4_000;

    private final JobResource jobs;
    private final JobEventsResource events;
    private final ReportContext context;
    private final Engine engine;
    private final ObjectMapper json;

    JobReportResource(
            JobResource jobs, JobEventsResource events, ReportContext context, Engine engine, ObjectMapper json) {
        this.jobs = jobs;
        this.events = events;
        this.context = context;
        this.engine = engine;
        this.json = json;
    }

    /** The report in Markdown. */
    @GET
    @Produces(MARKDOWN + ";charset=UTF-8")
    @Operation(
            operationId = "getJobReport",
            summary = "Show the report of a job",
            description =
                    "What was found, done and approved, every change exactly once, what is left switched off, how the cluster stood before and after, and the hashes of the evidence; in Markdown, HTML or plain text, as Accept says. The plain text fits a work note of 4,000 characters.")
    public Uni<String> markdown(UUID id) {
        return report(id, "report-markdown");
    }

    /** The report in HTML. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(hidden = true)
    public Uni<String> html(UUID id) {
        return report(id, "report").map(VisibleText::of);
    }

    /** The report as plain text. */
    @GET
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(hidden = true)
    public Uni<String> text(UUID id) {
        return report(id, "report-text").map(JobReportResource::fit);
    }

    Uni<String> report(UUID id, String template) {
        Uni<?> view = jobs.get(id);
        return view.map(shown -> json.<JsonNode>valueToTree(shown)).chain(job -> all(id, null, new ArrayList<>())
                .chain(log -> context.of(job).chain(context -> engine.getTemplate("console/" + template)
                        .data("job", job)
                        .data("context", context)
                        .data("changes", changes(log))
                        .data("decisions", of(log, "OPERATOR_ASKED", "OPERATOR_ANSWERED"))
                        .createUni())));
    }

    private Uni<List<JsonNode>> all(UUID id, @Nullable String cursor, List<JsonNode> log) {
        return events.events(id, PageRequest.of(PageRequest.MOST, cursor))
                .map(page -> json.<JsonNode>valueToTree(page))
                .chain(page -> {
                    page.path("items").forEach(log::add);
                    return page.hasNonNull("nextCursor")
                            ? all(id, page.path("nextCursor").asText(), log)
                            : Uni.createFrom().item(log);
                });
    }

    /** Each change that was sent, once, with what the platform answered. */
    private static List<JsonNode> changes(List<JsonNode> log) {
        List<JsonNode> changes = new ArrayList<>();
        for (JsonNode event : log) {
            String type = event.path("type").asText();
            if (type.equals("ACTING")) {
                changes.add(event.deepCopy());
            } else if (type.equals("DID_ACT") && !changes.isEmpty()) {
                ((ObjectNode) changes.get(changes.size() - 1))
                        .put("answered", event.path("answer").asText());
            }
        }
        return changes;
    }

    private static List<JsonNode> of(List<JsonNode> log, String... types) {
        List<String> wanted = List.of(types);
        return log.stream()
                .filter(event -> wanted.contains(event.path("type").asText()))
                .toList();
    }

    /** As much as a work note holds: whole lines. */
    static String fit(String text) {
        String cut = "\n… (shortened; the whole report is at the job's address)\n";
        if (text.length() <= WORK_NOTE) {
            return text;
        }
        int end = text.lastIndexOf('\n', WORK_NOTE - cut.length());
        return text.substring(0, end < 0 ? 0 : end) + cut;
    }
}
