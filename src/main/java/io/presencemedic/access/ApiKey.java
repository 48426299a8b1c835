package io.presencemedic.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An API key without the key.
 *
 * @param id identity
 * @param name who or what holds it
 * @param role what its holder may do
 * @param createdAt when it was made
 * @param createdBy name of the key that made it
 */
@Schema(description = "An API key, without the key itself.")
public record ApiKey(
        UUID id,
        @Schema(examples = "servicenow") String name,
        Role role,
        Instant createdAt,
        @Schema(examples = "bootstrap") String createdBy) {}
