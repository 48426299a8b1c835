package io.presencemedic.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses that do not follow RFC 3986. The framework refuses them as well, but without a word. */
public final class MalformedAddress {
    private static final String NO_CHECK_BY_THE_FRAMEWORK = "vertx.disableURIValidation";

    private MalformedAddress() {}

    /** Leaves the refusal to this service; to be called before the framework starts. */
    public static void refuseInWords() {
        System.setProperty(NO_CHECK_BY_THE_FRAMEWORK, "true");
    }

    /** What is wrong with an address; empty where it can be read. */
    static Optional<Problem> look(String address) {
        try {
            boolean holdsNul = new URI(address).toString().contains("%00");
            return holdsNul ? Optional.of(nul()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(malformed(e));
        }
    }

    private static Problem nul() {
        return Problem.of(400, "BAD_REQUEST", "The address holds a NUL character, which nothing here does.");
    }

    private static Problem malformed(URISyntaxException failure) {
        String where = failure.getIndex() < 0 ? "" : " at character " + (failure.getIndex() + 1);
        return Problem.of(
                400,
                "MALFORMED_ADDRESS",
                "The address cannot be read: " + failure.getReason().toLowerCase(Locale.ROOT) + where
                        + ". Write special characters as % and two hexadecimal digits, and a plain % as %25.");
    }
}
