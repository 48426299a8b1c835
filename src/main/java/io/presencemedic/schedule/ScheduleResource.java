package io.presencemedic.schedule;

import io.presencemedic.access.Caller;
import io.presencemedic.access.KeyHolder;
import io.presencemedic.access.KeyHolders;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.creation.Created;
import io.presencemedic.http.creation.Idempotency;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.job.JobSubmission;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What runs by itself. */
@Cancellable(false)
@Path(Schedule.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Schedules")
public class ScheduleResource {
    private final Schedules schedules;
    private final ScheduleRights rights;
    private final KeyHolders holders;
    private final JobSubmission submission;
    private final Idempotency idempotency;
    private final Caller caller;

    ScheduleResource(
            Schedules schedules,
            ScheduleRights rights,
            KeyHolders holders,
            JobSubmission submission,
            Idempotency idempotency,
            Caller caller) {
        this.schedules = schedules;
        this.rights = rights;
        this.holders = holders;
        this.submission = submission;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listSchedules",
            summary = "List schedules",
            description = "All schedules by name, each with its next five times.")
    public Uni<Page<Schedule>> list(@Valid @BeanParam PageRequest page) {
        return schedules.list(page, caller.readable());
    }

    @POST
    @Operation(
            operationId = "createSchedule",
            summary = "Add a schedule",
            description =
                    "Has diagnosis or recover run again and again, in the name of the key that asks and with what it may do each time. recover plans unless mode says EXECUTE, which begins in the windows and outside the blackouts alone. A schedule that would never run is refused with 422.")
    @APIResponse(responseCode = "404", ref = "Problem404")
    @APIResponse(
            responseCode = "201",
            description = "The schedule was added",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    public Uni<Response> create(@NotNull @Valid ScheduleDocument body, @Context HttpHeaders headers) {
        KeyHolder owner = rights.requireOwner(body);
        Optional<IdempotencyKey> key = IdempotencyKey.of(headers);
        String fingerprint = idempotency.fingerprint("POST", Schedule.PATH, body);
        return idempotency
                .knownOr(owner.name(), key, fingerprint, () -> times(body)
                        .chain(next -> idempotency.once(owner.name(), key, fingerprint, session -> schedules
                                .create(session, body, next, owner)
                                .map(made -> Created.thing(Schedule.PATH + "/" + made.id(), made)))))
                .map(answer -> answer.response().build());
    }

    private Uni<List<Instant>> times(ScheduleDocument body) {
        Instant now = schedules.now();
        return offTheEventLoop(() -> TimetableReader.require(body, now))
                .call(() -> submission.check(body.cluster(), body.request()));
    }

    @GET
    @Path("/{schedule}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getSchedule",
            summary = "Show a schedule",
            description = "The schedule with its next five times or, where it rests, why.")
    public Uni<Schedule> get(UUID schedule) {
        return schedules.get(schedule).map(rights::readable).map(Schedule::of);
    }

    @PUT
    @Path("/{schedule}")
    @Operation(
            operationId = "replaceSchedule",
            summary = "Change a schedule",
            description =
                    "Replaces the schedule, which runs in the name of the key that asks from now on. One that somebody has paused rests on; one that the service has stopped runs again.")
    @APIResponse(
            responseCode = "200",
            description = "The schedule as it is now",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    public Uni<Schedule> replace(UUID schedule, @NotNull @Valid ScheduleDocument body) {
        return schedules
                .get(schedule)
                .map(rights::require)
                .map(found -> rights.requireOwner(body))
                .chain(owner -> times(body).chain(next -> schedules.replace(schedule, body, next, owner)));
    }

    @DELETE
    @Path("/{schedule}")
    @Operation(
            operationId = "deleteSchedule",
            summary = "Remove a schedule",
            description = "Nothing is begun any more; a job that it has begun goes on.")
    @APIResponse(responseCode = "204", description = "The schedule is gone")
    public Uni<Response> remove(UUID schedule) {
        return schedules
                .get(schedule)
                .map(rights::require)
                .chain(found -> schedules.remove(schedule))
                .map(removed -> Response.noContent().build());
    }

    @POST
    @Path("/{schedule}/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "pauseSchedule",
            summary = "Pause a schedule",
            description = "Nothing is begun until it is resumed; a job that it has begun goes on.")
    @APIResponse(
            responseCode = "200",
            description = "The schedule rests",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    public Uni<Schedule> pause(UUID schedule) {
        return schedules.get(schedule).map(rights::require).chain(found -> schedules.pause(schedule));
    }

    @POST
    @Path("/{schedule}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "resumeSchedule",
            summary = "Resume a schedule",
            description = "It runs again from its next time on; what was due meanwhile is not made up for.")
    @APIResponse(
            responseCode = "200",
            description = "The schedule runs",
            content = @Content(schema = @Schema(implementation = Schedule.class)))
    public Uni<Schedule> resume(UUID schedule) {
        Instant now = schedules.now();
        return schedules
                .get(schedule)
                .map(rights::require)
                .call(this::requireOwner)
                .chain(found ->
                        offTheEventLoop(() -> found.nextAfter(now)).chain(next -> schedules.resume(found, next)));
    }

    private Uni<Void> requireOwner(ScheduleRow row) {
        return holders.may(row.ownerKey, row.verb(), row.cluster, row.runbook)
                .invoke(may -> {
                    if (!may) {
                        throw Problem.of(
                                        409,
                                        "OWNER_MAY_NOT",
                                        "The owner's key is gone or may not do this any more. Save the schedule with PUT:"
                                                + " it runs with the rights of who does so.")
                                .exception();
                    }
                })
                .replaceWithVoid();
    }

    /** A cron expression that comes seldom takes a while; the answer comes back to the request's own event loop. */
    private static <T> Uni<T> offTheEventLoop(Callable<T> work) {
        io.vertx.core.Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }
}
