package io.presencemedic.schedule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.JobRequest;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.runbook.RunbookName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a caller writes it.
 *
 * @param runbook {@code diagnosis} or {@code recover}
 * @param mode of {@code recover}: PLAN, the default, or EXECUTE
 * @param cron five fields: minute, hour, day of month, month, day of week
 * @param windows when EXECUTE may begin; absent or empty for always
 * @param blackouts when it may not
 */
public record ScheduleDocument(
        @NotNull
        @Pattern(
                regexp = "[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?",
                message =
                        "must be 1 to 64 lower-case letters, digits, dots, hyphens or underscores, beginning and ending with a letter or digit")
        @Schema(examples = "emea-every-morning")
        String name,

        @NotNull @Size(min = 1, max = 63) @Schema(examples = "emea")
        String cluster,

        @NotNull @Size(min = 1, max = 64) @Schema(examples = "diagnosis")
        String runbook,

        @Nullable JobMode mode,
        @Nullable ObjectNode parameters,

        @NotNull
        @Size(min = 9, max = 200)
        @Schema(examples = "30 6 * * *", description = "Minute, hour, day of month, month, day of week.")
        String cron,

        @NotNull
        @Size(min = 1, max = 64)
        @Schema(examples = "Europe/Zurich", description = "A region of the IANA time zone database.")
        String timeZone,

        @Nullable @Size(max = 20) List<@NotNull @Valid Window> windows,
        @Nullable @Size(max = 50) List<@NotNull @Valid Pause> blackouts,
        @Nullable @Size(max = 100) String ticket) {
    private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

    /** When changes may be made. */
    @Schema(name = "ScheduleWindow", description = "When EXECUTE may begin, on the clock of the schedule's time zone.")
    record Window(
            @NotNull @Size(min = 1, max = 7) Set<@NotNull DayOfWeek> days,

            @NotNull @Pattern(regexp = TIME, message = "must be a time of day as in 22:00") @Schema(examples = "22:00")
            String from,

            @NotNull
            @Pattern(regexp = TIME, message = "must be a time of day as in 04:00")
            @Schema(examples = "04:00", description = "On the next day, where it is not later than from.")
            String to) {}

    /** When changes may not be made. */
    @Schema(name = "ScheduleBlackout", description = "When EXECUTE may not begin, whatever the windows say.")
    record Pause(
            @NotNull Instant from,
            @NotNull Instant until,
            @Nullable @Size(max = 200) String reason) {}

    JobMode modeOrDefault() {
        return mode == null ? RunbookName.DIAGNOSIS.is(runbook) ? JobMode.EXECUTE : JobMode.PLAN : mode;
    }

    ObjectNode parametersOrNone() {
        return Objects.requireNonNullElseGet(parameters, JsonNodeFactory.instance::objectNode);
    }

    List<Window> windowsOrNone() {
        return Objects.requireNonNullElse(windows, List.of());
    }

    List<Pause> blackoutsOrNone() {
        return Objects.requireNonNullElse(blackouts, List.of());
    }

    /** The request for its jobs. */
    JobRequest request() {
        return new JobRequest(runbook, null, parametersOrNone(), modeOrDefault(), null, null, ticket);
    }
}
