package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.HighAvailabilityRequest;
import java.time.Duration;

/**
 * {@code utils ha recover GROUP}: restarts the Server Recovery Manager on both nodes of a group that has failed (F3).
 *
 * @param group the group by the name that the platform's own status has for it
 */
public record UtilsHaRecover(String group) implements Command<HighAvailabilityRequest> {
    /** @throws IllegalArgumentException where the text cannot be the name of a group */
    public UtilsHaRecover {
        HaArgument.checkGroup(group);
    }

    @Override
    public String text() {
        return "utils ha recover " + group;
    }

    @Override
    public Effect effect() {
        return Effect.CHANGES;
    }

    @Override
    public Duration patience() {
        return HaArgument.PATIENCE;
    }

    @Override
    public HighAvailabilityRequest read(Answer answer) throws Unreadable {
        return HaRequestReader.recovery(answer);
    }
}
