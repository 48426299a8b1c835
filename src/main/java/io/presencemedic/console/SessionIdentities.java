package io.presencemedic.console;

import io.presencemedic.access.KeyLogin;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a session into the holder of the key that opened it, with the rights that the key has now. */
@ApplicationScoped
class SessionIdentities implements IdentityProvider<SessionRequest> {
    /** The identity's attribute with the token that each form of the session carries. */
    static final String CSRF = "console.csrf";

    private final ConsoleSessions sessions;
    private final KeyLogin keys;

    SessionIdentities(ConsoleSessions sessions, KeyLogin keys) {
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return sessions.find(request.token())
                .map(found -> found.orElseThrow(AuthenticationFailedException::new))
                .chain(session -> keys.identity(session.key())
                        .map(identity -> (SecurityIdentity) QuarkusSecurityIdentity.builder(identity)
                                .addAttribute(CSRF, session.csrf())
                                .build()));
    }
}
