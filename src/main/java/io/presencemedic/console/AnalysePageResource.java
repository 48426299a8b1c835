package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.console.page.JsonValues;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.PageSize;
import io.presencemedic.console.page.Pages;
import io.presencemedic.diagnosis.analysis.AnalysisResource;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Diagnosis of a pasted terminal log. */
@Path("/console/analyse")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.VIEWER)
public class AnalysePageResource extends PageResource {
    private static final int MOST_COMMANDS = 200;

    private final AnalysisResource analyses;
    private final ObjectMapper json;

    AnalysePageResource(Pages pages, AnalysisResource analyses, ObjectMapper json) {
        super(pages);
        this.analyses = analyses;
        this.json = json;
    }

    /** Asks for a log. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> ask() {
        return show(() -> Uni.createFrom().item(page("")), "/console/now");
    }

    /** Says what a log means. */
    @POST
    @Costs(Limit.ANALYSES)
    @Operation(hidden = true)
    public Uni<Response> analyse(@RestForm @Nullable String csrf, @RestForm @Nullable String log) {
        return show(
                () -> {
                    pages.require(csrf);
                    String text = log == null ? "" : log;
                    return asked(() -> analyses.analyse(text.getBytes(StandardCharsets.UTF_8)))
                            .map(found -> page(text)
                                    .data("analysis", true)
                                    .data("commands", commands(found.path("commands")))
                                    .data(
                                            "moreCommands",
                                            Math.max(0, found.path("commands").size() - MOST_COMMANDS))
                                    .data("cluster", json.createObjectNode())
                                    .data("findings", JsonValues.plain(found.path("findings")))
                                    .data("undetermined", JsonValues.plain(found.path("undetermined"))));
                },
                "/console/analyse");
    }

    private TemplateInstance page(String log) {
        boolean repeated = log.length() <= PageSize.MOST_REPEATED;
        return pages.page("analyse", "Analyse")
                .data("log", repeated ? log : "")
                .data("notRepeated", repeated ? 0 : log.length());
    }

    private static List<@Nullable Object> commands(JsonNode all) {
        return StreamSupport.stream(all.spliterator(), false)
                .limit(MOST_COMMANDS)
                .map(JsonValues::plain)
                .toList();
    }
}
