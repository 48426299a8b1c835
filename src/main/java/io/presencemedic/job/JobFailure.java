package io.presencemedic.job;

import org.jspecify.annotations.Nullable;

/**
 * Why a job did not succeed.
 *
 * @param code stable code
 * @param detail what happened and what to do
 * @param line the plan's line; null where the job failed before it had a plan
 * @param target the line's target
 */
public record JobFailure(
        String code,
        String detail,
        @Nullable Integer line,
        @Nullable String target) {}
