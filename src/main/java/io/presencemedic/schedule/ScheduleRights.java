package io.presencemedic.schedule;

import io.presencemedic.access.Caller;
import io.presencemedic.access.KeyHolder;
import io.presencemedic.access.PermissionCheck;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.http.Problem;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may do what with schedules: he who may do himself what the schedule does. */
@ApplicationScoped
class ScheduleRights {
    private final Caller caller;
    private final PermissionCheck permissions;

    ScheduleRights(Caller caller, PermissionCheck permissions) {
        this.caller = caller;
        this.permissions = permissions;
    }

    /**
     * Requires that the caller may own this schedule.
     *
     * @throws io.presencemedic.http.ProblemException 403 where he has no key, 404 where he may not read the cluster
     * @throws ForbiddenException where he may not do what it does
     */
    KeyHolder requireOwner(ScheduleDocument document) {
        permissions.require(
                Schedule.PATH,
                Purpose.verb(document.runbook(), document.modeOrDefault()),
                document.cluster(),
                document.runbook());
        return caller.key().orElseThrow(() -> Problem.of(
                        403,
                        "SCHEDULE_NEEDS_KEY",
                        "A schedule runs with the rights of its owner's API key, which the service looks up each time;"
                                + " those of a token cannot be looked up later. Ask with an API key.")
                .exception());
    }

    /** Requires that the caller may do what this schedule does; 404 where he may not read it. */
    ScheduleRow require(ScheduleRow row) {
        readable(row);
        if (!caller.may(row.verb(), row.cluster, row.runbook)) {
            throw new ForbiddenException();
        }
        return row;
    }

    /** Requires that the caller may read this schedule; 404 where not. */
    ScheduleRow readable(ScheduleRow row) {
        if (!caller.may(Verb.READ, row.cluster, row.runbook)) {
            throw Schedules.unknown();
        }
        return row;
    }
}
