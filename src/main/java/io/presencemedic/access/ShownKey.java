package io.presencemedic.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows: {@code X-API-Key}, {@code Authorization: Bearer}, or, for the pages that are made for a
 * browser, the password of {@code Authorization: Basic}. Basic is taken nowhere else, because a browser would send it
 * along with requests that another site makes. The text form does not tell the key.
 *
 * @param key the key; null where none is shown
 * @param isAmbiguous whether two different ones are shown
 */
record ShownKey(@Nullable String key, boolean isAmbiguous) {
    private static final ShownKey NONE = new ShownKey(null, false);
    private static final ShownKey SEVERAL = new ShownKey(null, true);
    private static final String BEARER = "Bearer";
    private static final String BASIC = "Basic";
    /** What begins so is a key, or was meant to be one, and stays here. */
    private static final String KEYS_BEGIN = "pm_";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    /** @param tokens whether a JSON web token is for somebody else to check */
    static ShownKey in(RoutingContext request, boolean tokens) {
        HttpServerRequest http = request.request();
        String plain = http.getHeader("X-API-Key");
        Optional<String> bearer = bearer(request);
        boolean isToken = tokens && holdsToken(request);
        if (plain == null) {
            return bearer.isEmpty() || isToken ? NONE : new ShownKey(bearer.get(), false);
        }
        boolean isOne = http.headers().getAll("X-API-Key").size() == 1
                && bearer.filter(text -> !text.equals(plain.strip())).isEmpty();
        return isOne ? new ShownKey(plain.strip(), false) : SEVERAL;
    }

    /** Whether the request shows a JSON web token, which is for the identity provider's mechanism to check. */
    static boolean holdsToken(RoutingContext request) {
        return bearer(request)
                .filter(text ->
                        !text.startsWith(KEYS_BEGIN) && TOKEN.matcher(text).matches())
                .isPresent();
    }

    private static Optional<String> bearer(RoutingContext request) {
        String authorization = request.request().getHeader("Authorization");
        if (authorization == null) {
            return Optional.empty();
        }
        return isForBrowsers(request)
                ? credentials(authorization, BASIC).map(ShownKey::password).or(() -> credentials(authorization, BEARER))
                : credentials(authorization, BEARER);
    }

    private static Optional<String> credentials(String authorization, String scheme) {
        String prefix = scheme + " ";
        return authorization.regionMatches(true, 0, prefix, 0, prefix.length())
                ? Optional.of(authorization.substring(prefix.length()).strip())
                : Optional.empty();
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static boolean isForBrowsers(RoutingContext request) {
        return request.normalizedPath().startsWith("/q/");
    }

    @Override
    public String toString() {
        return "ShownKey[…]";
    }
}
