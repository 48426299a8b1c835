package io.presencemedic.job.log;

import org.jspecify.annotations.Nullable;

/**
 * What a job works on, as the caller names it; at most one of the two.
 *
 * @param group name of a redundancy group
 * @param node name of a node in the inventory
 */
public record JobTarget(@Nullable String group, @Nullable String node) {
    /** Nothing named. */
    public static final JobTarget NONE = new JobTarget(null, null);
}
