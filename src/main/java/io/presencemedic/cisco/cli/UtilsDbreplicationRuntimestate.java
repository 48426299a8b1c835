package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ReplicationState;
import java.time.Duration;

/**
 * {@code utils dbreplication runtimestate}: the state of database replication as a node sees it, releases 8.6 to 15.
 */
public record UtilsDbreplicationRuntimestate() implements Command<ReplicationState> {
    @Override
    public String text() {
        return "utils dbreplication runtimestate";
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(180);
    }

    /** Reads the answer; it is incomplete, and never healthy, where rows are missing. */
    @Override
    public ReplicationState read(Answer answer) throws Unreadable {
        return new ReplicationReader(answer).read();
    }
}
