package io.presencemedic.console;

import io.presencemedic.access.TokenLogin;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.console.session.ConsoleConfig;
import io.presencemedic.console.session.ConsoleSessions;
import io.presencemedic.console.session.SessionCookie;
import io.presencemedic.console.session.SessionMechanism;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Where the identity provider sends people back to. They get a session of ours, as with a key, and the one that Quarkus
 * made is ended: there is one rule for what a session may do and when it ends.
 */
@Cancellable(false)
@Path("/console/sign-in")
@Produces(MediaType.TEXT_HTML)
public class SignInResource extends PageResource {
    private final ConsoleSessions sessions;
    private final TokenLogin tokens;
    private final SecurityIdentity identity;
    private final OidcSession oidc;
    private final ConsoleConfig config;

    SignInResource(
            Pages pages,
            ConsoleSessions sessions,
            TokenLogin tokens,
            SecurityIdentity identity,
            OidcSession oidc,
            ConsoleConfig config) {
        super(pages);
        this.sessions = sessions;
        this.tokens = tokens;
        this.identity = identity;
        this.oidc = oidc;
        this.config = config;
    }

    /**
     * Opens a session. The answer is a page that leads on: a browser that comes from the provider's site would not send
     * the cookie along if it were led on by a redirect.
     */
    @GET
    @Authenticated
    @Operation(hidden = true)
    public Uni<Response> signIn(@Context RoutingContext request) {
        return answer(
                () -> oidc.logout()
                        .chain(() -> sessions.open(tokens.holder(identity, request)))
                        .chain(token -> pages.page("signed-in", "Signed in")
                                .createUni()
                                .map(page -> Response.fromResponse(html(200, page))
                                        .cookie(SessionCookie.of(
                                                token, (int) config.absolute().toSeconds(), request))
                                        .build())),
                SessionMechanism.HOME + "/login");
    }
}
