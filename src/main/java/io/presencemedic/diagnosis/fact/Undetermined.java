package io.presencemedic.diagnosis.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be found out.
 *
 * @param node the node; null where it concerns the cluster, or a pasted log does not tell
 * @param fact what is missing, such as {@code SERVICES}
 * @param reason why, in a sentence for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Undetermined(@Nullable String node, String fact, String reason) {}
