package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.HighAvailability;
import java.time.Duration;

/** {@code utils ha status}: the redundancy groups with the state of each node. */
public record UtilsHaStatus() implements Command<HighAvailability> {
    @Override
    public String text() {
        return "utils ha status";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    @Override
    public HighAvailability read(Answer answer) throws Unreadable {
        return new HaReader(answer).read();
    }
}
