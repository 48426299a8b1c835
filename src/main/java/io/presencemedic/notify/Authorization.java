package io.presencemedic.notify;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the service shows a receiver who it is.
 *
 * @param scheme of the header Authorization
 * @param credential name of a credential in the service's configuration; never its value
 */
@Schema(description = "How the service shows the receiver who it is.")
record Authorization(
        @NotNull Scheme scheme,

        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?",
                message =
                        "must be the name of a credential: 1 to 63 letters, digits, dots, hyphens or underscores")
        @Schema(examples = "servicenow")
        String credential) {
    /** Of the header Authorization. */
    enum Scheme {
        /** User name and password (RFC 7617). */
        BASIC,
        /** The credential's password as a token (RFC 6750). */
        BEARER
    }
}
