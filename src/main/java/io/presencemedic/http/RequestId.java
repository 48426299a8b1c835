package io.presencemedic.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of a request: the caller's {@code X-Request-Id} where it has one, or a new one; the answer shows it. */
public final class RequestId {
    /** The header's name. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The id; the same one each time for the same request. */
    public static String of(RoutingContext request) {
        String known = request.get(HEADER);
        if (known != null) {
            return known;
        }
        String sent = request.request().getHeader(HEADER);
        String id = sent != null && FORM.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        request.put(HEADER, id);
        return id;
    }
}
