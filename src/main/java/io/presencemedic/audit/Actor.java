package io.presencemedic.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who does something.
 *
 * @param kind how he showed who he is
 * @param id lasting identity, never given to another: the id of a key, or issuer and subject of a token
 * @param name what people call it: the key's name, or the user name in the token
 * @param person who is behind it: the key's owner, or the user
 * @param address IP address that the request came from; null for the service itself
 * @param request id of the request, as in the header {@code X-Request-Id} of its answer; null for the service itself
 */
public record Actor(
        Kind kind, String id, String name, String person, @Nullable String address, @Nullable String request) {
    /** How somebody showed who he is. */
    public enum Kind {
        /** By an API key. */
        KEY,
        /** By a token of the identity provider. */
        TOKEN,
        /** It is the service itself. */
        SERVICE,
        /** Not at all, or by something that is not valid. */
        UNKNOWN
    }

    /** The service itself, where nobody asks. */
    public static final Actor SERVICE = new Actor(Kind.SERVICE, "service", "service", "service", null, null);

    /** Somebody who did not show who he is. */
    public static Actor unknown(@Nullable String address, @Nullable String request) {
        return new Actor(Kind.UNKNOWN, "unknown", "unknown", "unknown", address, request);
    }
}
