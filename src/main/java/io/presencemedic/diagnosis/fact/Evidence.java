package io.presencemedic.diagnosis.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The line on which a finding rests.
 *
 * @param node the node that printed it; null where a pasted log does not tell
 * @param command the command, secrets masked
 * @param line number of the line in the pasted log, or in the node's answer, from 1
 * @param text the line, secrets masked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evidence(@Nullable String node, String command, int line, String text) {}
