package io.presencemedic.access;

import io.presencemedic.access.KeyRing.Refusal;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What access wants to know of a request, and keeps with it. */
final class Requests {
    private static final String REFUSAL = Refusal.class.getName();

    private Requests() {}

    /** Address of the client, or of what the configured proxies say it is. */
    static @Nullable String address(RoutingContext request) {
        SocketAddress remote = request.request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }

    /** Method and path, as far as a log wants to have them. */
    static String target(RoutingContext request) {
        return request.request().method() + " " + request.request().path();
    }

    static void refuse(RoutingContext request, Refusal why) {
        request.put(REFUSAL, why);
    }

    /** Why the shown key was refused; null where it was not. */
    static @Nullable Refusal refusal(RoutingContext request) {
        return request.get(REFUSAL);
    }
}
