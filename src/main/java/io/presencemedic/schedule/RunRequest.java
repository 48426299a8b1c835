package io.presencemedic.schedule;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says who has a schedule run out of turn.
 *
 * @param override whether it may run although no window is open
 * @param reason why; needed with override
 */
@Schema(name = "ScheduleRunRequest", description = "How a schedule is run out of turn.")
record RunRequest(
        @Nullable @Schema(description = "Whether it may run although no window is open; wants a reason.")
        Boolean override,

        @Nullable @Size(min = 1, max = 900) String reason) {
    static final RunRequest NOTHING_SAID = new RunRequest(null, null);

    boolean overrides() {
        return Boolean.TRUE.equals(override);
    }
}
