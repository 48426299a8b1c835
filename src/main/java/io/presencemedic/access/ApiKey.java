package io.presencemedic.access;

import io.presencemedic.access.grant.Grant;
import io.presencemedic.access.grant.Grants;
import io.presencemedic.access.grant.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An API key without the key.
 *
 * @param id identity; never given to another key
 * @param name who or what holds it
 * @param role what its holder may do everywhere; null where {@code grants} say it
 * @param grants what its holder may do; null where {@code role} says it
 * @param owner the person who answers for it
 * @param purpose what it is for; null where nobody said
 * @param createdAt when it was made
 * @param createdBy name of the key or user that made it
 * @param expiresAt from when on it opens nothing; null for never
 * @param lastUsedAt when it was last used, to the minute; null where never
 * @param addresses networks from which alone it may be used; empty for any
 * @param rotatedUntil until when the key that it replaced still opens; null where there is none
 */
@Schema(description = "An API key, without the key itself.")
@Value.Builder
public record ApiKey(
        UUID id,
        @Schema(examples = "servicenow") String name,
        @Nullable Role role,
        @Nullable List<Grant> grants,
        @Schema(examples = "jo.smith") String owner,
        @Nullable String purpose,
        Instant createdAt,
        @Schema(examples = "bootstrap") String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Schema(example = "[\"10.20.0.0/16\"]") List<Network> addresses,
        @Nullable Instant rotatedUntil) {
    /** All that its holder may do. */
    Grants allowed() {
        return role == null ? new Grants(grants == null ? List.of() : grants) : role.grants();
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    boolean mayComeFrom(@Nullable String address) {
        return addresses.isEmpty()
                || (address != null && addresses.stream().anyMatch(network -> network.contains(address)));
    }
}
