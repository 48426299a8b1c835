package io.presencemedic.cisco.cli;

import java.time.Duration;

/**
 * {@code set replication-sync monitor enable|disable}. What the platform prints then is not known: any answer that does
 * not speak of a failure is accepted. The setting cannot be read back (C5).
 *
 * @param enable whether the monitor is switched on
 */
public record SetReplicationSyncMonitor(boolean enable) implements Command<String> {
    @Override
    public String text() {
        return "set replication-sync monitor " + (enable ? "enable" : "disable");
    }

    @Override
    public Effect effect() {
        return Effect.CHANGES;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** Reads the answer, often empty. */
    @Override
    public String read(Answer answer) throws Unreadable {
        return PlainText.read(answer);
    }
}
