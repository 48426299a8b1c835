package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ReplicationState;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * {@code utils dbreplication runtimestate}: the state of database replication as a node sees it, releases 8.6 to 15.
 */
public record UtilsDbreplicationRuntimestate() implements Command<ReplicationState> {
    /** Refused on a cluster of one node, where there is nothing to replicate (G8). */
    private static final Pattern SINGLE_NODE =
            Pattern.compile("(?i)Runtime ?state cannot be performed on a cluster with a single active node");

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
        return saysNotApplicable(answer) ? ReplicationState.NOT_APPLICABLE : new ReplicationReader(answer).read();
    }

    @Override
    public boolean saysNotApplicable(Answer answer) {
        return answer.lines().stream()
                .anyMatch(line -> SINGLE_NODE.matcher(line).find());
    }
}
