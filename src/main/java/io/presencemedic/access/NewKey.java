package io.presencemedic.access;

import io.presencemedic.access.grant.Grant;
import io.presencemedic.access.grant.Grants;
import io.presencemedic.access.grant.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a new key shall be.
 *
 * @param name who or what will hold it
 * @param role what its holder may do everywhere; left out where {@code grants} say it
 * @param grants what its holder may do; left out where {@code role} says it
 * @param owner the person who answers for it; the person who makes it where it is left out
 * @param purpose what it is for
 * @param expiresAt from when on it opens nothing; never where it is left out
 * @param addresses networks from which alone it may be used; any where it is left out
 */
@Value.Builder
public record NewKey(
        @NotNull
        @Pattern(
                regexp = "[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?",
                message = "must be 1 to 64 lower-case letters, digits, dots, hyphens or underscores,"
                        + " beginning and ending with a letter or digit")
        String name,

        @Nullable Role role,
        @Nullable @Size(min = 1, max = 20) List<@NotNull @Valid Grant> grants,

        @Nullable @Pattern(regexp = PERSON, message = PERSON_MESSAGE)
        String owner,

        @Nullable @Size(max = 200) @Pattern(regexp = "[^\\p{Cc}\\p{Cf}]*", message = "must be one line of text")
        String purpose,

        @Nullable Instant expiresAt,
        @Nullable @Size(max = 50) List<@NotNull Network> addresses) {
    private static final String PERSON = "[A-Za-z0-9](?:[A-Za-z0-9._@+-]{0,126}[A-Za-z0-9])?";
    private static final String PERSON_MESSAGE =
            "must be 1 to 128 letters, digits, dots, hyphens, underscores, plus or at signs";

    /** An admin key that never ends and answers for itself. */
    static NewKey admin(String name) {
        return new NewKeyBuilder().name(name).role(Role.ADMIN).owner(name).build();
    }

    /** All that its holder will be allowed to do. */
    Grants allowed() {
        return role == null ? new Grants(grants == null ? List.of() : grants) : role.grants();
    }

    ApiKey key(UUID id, Instant now, Subject maker) {
        return key(id, now, maker.name(), owner == null ? maker.person() : owner);
    }

    ApiKey key(UUID id, Instant now, String self) {
        return key(id, now, self, self);
    }

    private ApiKey key(UUID id, Instant now, String createdBy, String person) {
        return new ApiKeyBuilder()
                .id(id)
                .name(name)
                .role(role)
                .grants(grants)
                .owner(person)
                .purpose(purpose)
                .createdAt(now)
                .createdBy(createdBy)
                .expiresAt(expiresAt)
                .addresses(addresses == null ? List.of() : addresses)
                .build();
    }
}
