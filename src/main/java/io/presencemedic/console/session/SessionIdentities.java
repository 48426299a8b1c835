package io.presencemedic.console.session;

import io.presencemedic.access.Caller;
import io.presencemedic.access.KeyLogin;
import io.presencemedic.access.TokenLogin;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Turns a session into whoever opened it, with the rights that his key or his groups give him now. */
@ApplicationScoped
public class SessionIdentities implements IdentityProvider<SessionRequest> {
    /** The identity's attribute with the token that each form of the session carries. */
    public static final String CSRF = "console.csrf";

    /** A browser opens a stream again by itself where it ends, and is asked then whether the session is still there. */
    private static final Duration STREAMS_ASK_AGAIN = Duration.ofMinutes(5);

    private final ConsoleSessions sessions;
    private final KeyLogin keys;
    private final TokenLogin tokens;
    private final Clock clock;

    SessionIdentities(ConsoleSessions sessions, KeyLogin keys, TokenLogin tokens, Clock clock) {
        this.clock = clock;
        this.sessions = sessions;
        this.keys = keys;
        this.tokens = tokens;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return sessions.find(request.token())
                .map(found -> found.orElseThrow(AuthenticationFailedException::new))
                .chain(session -> identity(session, HttpSecurityUtils.getRoutingContextAttribute(request))
                        .map(identity -> (SecurityIdentity) QuarkusSecurityIdentity.builder(identity)
                                .addAttribute(CSRF, session.csrf())
                                .addAttribute(
                                        Caller.VALID_UNTIL, clock.instant().plus(STREAMS_ASK_AGAIN))
                                .build()));
    }

    private Uni<SecurityIdentity> identity(ConsoleSession session, RoutingContext request) {
        if (session.key() != null) {
            return keys.identity(session.key(), request);
        }
        if (session.holder() != null) {
            return Uni.createFrom().item(tokens.identity(session.holder()));
        }
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }
}
