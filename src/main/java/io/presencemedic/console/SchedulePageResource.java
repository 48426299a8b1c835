package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Role;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.console.page.JsonValues;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.http.FormBody;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.PageRequest;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.schedule.Purpose;
import io.presencemedic.schedule.ScheduleDocument;
import io.presencemedic.schedule.ScheduleResource;
import io.presencemedic.schedule.ScheduleRunsResource;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Schedules: what runs by itself and when next, and the forms that add, rest and end them. */
@Cancellable(false)
@Path("/console/schedules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
public class SchedulePageResource extends PageResource {
    private static final String HERE = "/console/schedules";

    private final ScheduleResource schedules;
    private final ScheduleRunsResource runs;
    private final ObjectMapper json;

    SchedulePageResource(Pages pages, ScheduleResource schedules, ScheduleRunsResource runs, ObjectMapper json) {
        super(pages);
        this.schedules = schedules;
        this.runs = runs;
        this.json = json;
    }

    /** All schedules that the reader may read, by name. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public Uni<Response> list(@BeanParam PageRequest page) {
        return show(
                () -> asked(() -> schedules.list(page)).map(found -> pages.page("schedules", "Schedules")
                        .data("schedules", rows(found))
                        .data("mayAdd", pages.reader().may(Role.OPERATOR))
                        .data("runbooks", Purpose.RUNBOOKS)
                        .data("days", List.of(DayOfWeek.values()))
                        .data("next", next(found))),
                "/console/now");
    }

    private List<JsonNode> rows(JsonNode found) {
        return StreamSupport.stream(found.path("items").spliterator(), false)
                .map(row -> withRights((ObjectNode) row))
                .toList();
    }

    private JsonNode withRights(ObjectNode schedule) {
        Caller reader = pages.reader();
        String cluster = schedule.path("cluster").asText();
        String runbook = schedule.path("runbook").asText();
        Verb verb = Purpose.verb(runbook, JobMode.valueOf(schedule.path("mode").asText()));
        return schedule.put("mayChange", reader.may(verb, cluster, runbook));
    }

    private static @Nullable String next(JsonNode found) {
        return found.hasNonNull("nextCursor")
                ? "?cursor=" + found.path("nextCursor").asText()
                : null;
    }

    /** A schedule with what has become of its times. */
    @GET
    @Path("/{schedule}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public Uni<Response> schedule(UUID schedule, @BeanParam PageRequest page) {
        return show(
                () -> asked(() -> schedules.get(schedule)).chain(found -> asked(() -> runs.list(schedule, page))
                        .map(past -> pages.page("schedule", found.path("name").asText())
                                .data("schedule", withRights((ObjectNode) found))
                                .data("runs", JsonValues.plain(past.path("items")))
                                .data("next", next(past)))),
                HERE);
    }

    /** Adds a schedule; at most one window, the API takes more. */
    @POST
    @Operation(hidden = true)
    public Uni<Response> create(
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String key,
            @RestForm @Nullable String name,
            @RestForm @Nullable String cluster,
            @RestForm @Nullable String runbook,
            @RestForm @Nullable String mode,
            @RestForm @Nullable String cron,
            @RestForm @Nullable String timeZone,
            @RestForm List<String> days,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to) {
        return act(
                csrf,
                () -> {
                    ObjectNode body = json.createObjectNode()
                            .put("name", name)
                            .put("cluster", cluster)
                            .put("runbook", runbook)
                            .put("cron", cron)
                            .put("timeZone", timeZone);
                    if (mode != null && !mode.isEmpty()) {
                        body.put("mode", mode);
                    }
                    if (!days.isEmpty()) {
                        ObjectNode window = body.putArray("windows").addObject();
                        days.forEach(window.putArray("days")::add);
                        window.put("from", from).put("to", to);
                    }
                    return madeBy(
                            schedules.create(FormBody.read(json, body, ScheduleDocument.class), new FormHeaders(key)),
                            id -> HERE + "/" + id);
                },
                HERE);
    }

    /** Begins nothing until it is resumed. */
    @POST
    @Path("/{schedule}/pause")
    @Operation(hidden = true)
    public Uni<Response> pause(UUID schedule, @RestForm @Nullable String csrf) {
        return act(csrf, () -> schedules.pause(schedule).replaceWith(HERE + "/" + schedule), HERE);
    }

    /** Runs again from its next time on. */
    @POST
    @Path("/{schedule}/resume")
    @Operation(hidden = true)
    public Uni<Response> resume(UUID schedule, @RestForm @Nullable String csrf) {
        return act(csrf, () -> schedules.resume(schedule).replaceWith(HERE + "/" + schedule), HERE);
    }

    /** Removes a schedule. */
    @POST
    @Path("/{schedule}/end")
    @Operation(hidden = true)
    public Uni<Response> remove(UUID schedule, @RestForm @Nullable String csrf) {
        return act(csrf, () -> schedules.remove(schedule).replaceWith(HERE), HERE);
    }
}
