package io.presencemedic.notify;

import io.presencemedic.http.Problem;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a secret is changed.
 *
 * @param secret the new one; absent for one that the service makes. Write-only
 * @param overlap how long the one before signs too, at most 30 days; absent for a day, PT0S for not at all
 */
record SecretRotation(
        @Nullable
        @Schema(writeOnly = true, description = "whsec_ and the base64 of 24 to 64 bytes.")
        String secret,

        @Nullable @Schema(examples = "PT24H") Duration overlap) {
    static final SecretRotation NOTHING_SAID = new SecretRotation(null, null);
    private static final Duration MOST = Duration.ofDays(30);

    /** @throws io.presencemedic.http.ProblemException 400 where it is negative or too long */
    Duration overlapOrDefault() {
        if (overlap == null) {
            return Duration.ofDays(1);
        }
        if (overlap.isNegative() || overlap.compareTo(MOST) > 0) {
            throw Problem.invalid("overlap", "must be from PT0S to PT720H").exception();
        }
        return overlap;
    }

    @Override
    public String toString() {
        return "SecretRotation[overlap=" + overlap + "]";
    }
}
