package io.presencemedic.schedule;

import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.http.OptionalBody;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.Prefer;
import io.presencemedic.http.creation.StoredAnswer;
import io.presencemedic.job.JobFeed;
import io.presencemedic.job.JobSubmission;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

/** What has become of a schedule's times, and runs out of turn. */
@Cancellable(false)
@Path(ScheduleRunsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Schedules")
public class ScheduleRunsResource {
    static final String PATH = "/api/v1/schedules/{schedule}/runs";

    private final Schedules schedules;
    private final DueRuns runs;
    private final ScheduleRights rights;
    private final JobSubmission submission;
    private final JobFeed feed;
    private final OptionalBody bodies;
    private final Caller caller;

    ScheduleRunsResource(
            Schedules schedules,
            DueRuns runs,
            ScheduleRights rights,
            JobSubmission submission,
            JobFeed feed,
            OptionalBody bodies,
            Caller caller) {
        this.schedules = schedules;
        this.runs = runs;
        this.rights = rights;
        this.submission = submission;
        this.feed = feed;
        this.bodies = bodies;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listScheduleRuns",
            summary = "List what has become of a schedule's times",
            description = "Newest first: the jobs that were begun, and why others were not.")
    public Uni<Page<ScheduleRun>> list(UUID schedule, @Valid @BeanParam PageRequest page) {
        return schedules.get(schedule).map(rights::readable).chain(found -> runs.list(schedule, page));
    }

    @POST
    @Costs(Limit.SUBMISSIONS)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "runSchedule",
            summary = "Run a schedule now",
            description =
                    "Begins the schedule's job at once, in the name and with the rights of the caller. Where no window is open, override and a reason are needed. The body may be left out otherwise.")
    @Parameter(name = Prefer.HEADER, in = ParameterIn.HEADER)
    @APIResponse(
            responseCode = "202",
            description = "The job was created; Location says where it is",
            content = @Content(schema = @Schema(implementation = ScheduleRun.class)))
    public Uni<Response> run(
            UUID schedule,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = RunRequest.class)))
                    @Nullable
                    String body,
            @Context HttpHeaders headers) {
        RunRequest said = bodies.read(body, RunRequest.class, RunRequest.NOTHING_SAID);
        if (said.overrides() && said.reason() == null) {
            throw Problem.invalid("reason", "is needed with override").exception();
        }
        Instant now = schedules.now();
        return schedules.get(schedule).map(rights::require).chain(row -> submission
                .submit(
                        row.cluster,
                        row.request(why(row, said)),
                        IdempotencyKey.of(headers),
                        caller.name(),
                        () -> Uni.createFrom().voidItem().invoke(() -> requireOpen(row, said, now)))
                .chain(answer ->
                        remembered(row, said, answer, now).chain(run -> shown(answer, run, Prefer.of(headers)))));
    }

    private static String why(ScheduleRow row, RunRequest said) {
        return "schedule " + row.name + " out of turn" + (said.overrides() ? ", whatever its windows" : "")
                + (said.reason() == null ? "" : ": " + said.reason());
    }

    private static void requireOpen(ScheduleRow row, RunRequest said, Instant now) {
        boolean isOpen = !row.changes()
                || row.timetable().filter(table -> table.isOpen(now)).isPresent();
        if (!isOpen && !said.overrides()) {
            throw Problem.of(
                            409,
                            "OUTSIDE_WINDOW",
                            "No window of the schedule is open now. Ask again with override and a reason, if it has to be.")
                    .exception();
        }
    }

    private Uni<ScheduleRun> remembered(ScheduleRow row, RunRequest said, StoredAnswer answer, Instant now) {
        return runs.asked(row, ScheduleRun.asked(now, UUID.fromString(answer.id()), said, caller.name()));
    }

    private Uni<Response> shown(StoredAnswer answer, ScheduleRun run, Optional<Prefer> wait) {
        return wait.isEmpty()
                ? Uni.createFrom()
                        .item(answer.headers(Response.status(answer.status()).entity(run))
                                .build())
                : feed.whenFinal(UUID.fromString(answer.id()), wait.get().patience())
                        .map(job -> answer.after(wait.get(), run, job.state().isFinal())
                                .build());
    }
}
