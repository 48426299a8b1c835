package io.presencemedic.runbook;

import org.jspecify.annotations.Nullable;

/**
 * A runbook that is to be done next, inside the job of the step that asks for it.
 *
 * @param runbook its name in the catalogue
 * @param group the redundancy group that it works on; null where it works on something else
 * @param node the node that it works on; null where it works on something else
 * @param parameters what it takes, fit for its schema
 * @param cause what it is to remedy, in words that stay the same as long as the cause does
 * @param mayAsk whether its lines may ask for the approval of a change; otherwise such a line is refused
 */
public record Chapter(
        String runbook,
        @Nullable String group,
        @Nullable String node,
        Parameters parameters,
        String cause,
        boolean mayAsk) {}
