package io.presencemedic.console.session;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.NewCookie;

/** What the browser carries of a session: sent to the pages alone, never from another site, out of scripts' reach. */
public final class SessionCookie {
    private SessionCookie() {}

    /** @param seconds how long the browser keeps it at most; 0 to forget it */
    public static NewCookie of(String token, int seconds, RoutingContext request) {
        return new NewCookie.Builder(SessionMechanism.COOKIE)
                .value(token)
                .path(SessionMechanism.HOME)
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.request().isSSL()
                        || "https".equals(request.request().scheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
