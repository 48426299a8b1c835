package io.presencemedic.console;

import io.presencemedic.access.KeyLogin;
import io.presencemedic.access.OidcSwitch;
import io.presencemedic.access.ProviderLogout;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.console.session.ConsoleConfig;
import io.presencemedic.console.session.ConsoleSessions;
import io.presencemedic.console.session.SessionCookie;
import io.presencemedic.console.session.SessionMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Logging in to the pages, and out. */
@Cancellable(false)
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class LoginResource extends PageResource {
    private static final String NOW = "/console/now";
    private static final Pattern OWN_PAGE = Pattern.compile("/console(?:/[A-Za-z0-9._~-]{1,64}){0,4}");

    private final ConsoleSessions sessions;
    private final KeyLogin keys;
    private final ConsoleConfig config;
    private final OidcSwitch oidc;
    private final ProviderLogout provider;

    LoginResource(
            Pages pages,
            ConsoleSessions sessions,
            KeyLogin keys,
            ConsoleConfig config,
            OidcSwitch oidc,
            ProviderLogout provider) {
        super(pages);
        this.provider = provider;
        this.oidc = oidc;
        this.sessions = sessions;
        this.keys = keys;
        this.config = config;
    }

    /** Leads to the first page. */
    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response home() {
        return seeOther(NOW);
    }

    /** Asks for a key. */
    @GET
    @Path("/login")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> ask(
            @QueryParam("to") @Nullable String to, @QueryParam("ended") @DefaultValue("false") boolean ended) {
        return form(to, ended, false);
    }

    private Uni<Response> form(@Nullable String to, boolean ended, boolean refused) {
        return pages.page("login", "Log in")
                .data("to", ownPage(to))
                .data("ended", ended)
                .data("refused", refused)
                .data("idle", config.idle().toMinutes())
                .data("provider", oidc.signsPeopleIn() ? config.provider() : null)
                .createUni()
                .map(html -> html(refused ? 401 : 200, html));
    }

    /** Opens a session. Which part was wrong is never told. */
    @POST
    @Path("/login")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> login(
            @RestForm @Nullable String key, @RestForm @Nullable String to, @Context RoutingContext request) {
        return answer(
                () -> keys.login(key == null ? "" : key.strip(), request)
                        .chain(sessions::open)
                        .map(token -> Response.fromResponse(seeOther(ownPage(to)))
                                .cookie(SessionCookie.of(
                                        token, (int) config.absolute().toSeconds(), request))
                                .build())
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithUni(() -> form(to, false, true)),
                SessionMechanism.HOME + "/login");
    }

    /** Ends the session, and leads whoever signed in at the identity provider there, to end that one as well. */
    @POST
    @Path("/logout")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> logout(
            @RestForm @Nullable String csrf,
            @CookieParam(SessionMechanism.COOKIE) @Nullable String token,
            @Context RoutingContext request) {
        return answer(
                () -> {
                    pages.require(csrf);
                    boolean cameFromProvider = pages.reader().key().isEmpty();
                    return (token == null ? Uni.createFrom().voidItem() : sessions.close(token))
                            .chain(() -> loggedOut(cameFromProvider, request))
                            .map(answer -> Response.fromResponse(answer)
                                    .cookie(SessionCookie.of("", 0, request))
                                    .build());
                },
                NOW);
    }

    private Uni<Response> loggedOut(boolean cameFromProvider, RoutingContext request) {
        String origin = request.request().scheme() + "://" + request.request().authority();
        Optional<String> elsewhere = cameFromProvider ? provider.address(origin) : Optional.empty();
        return elsewhere
                .map(address -> pages.page("signed-out", "Signed out")
                        .data("address", address)
                        .data("provider", config.provider())
                        .createUni()
                        .map(page -> html(200, page)))
                .orElseGet(() -> Uni.createFrom().item(seeOther("/console/login")));
    }

    /** Never leads anywhere but to a page of ours. */
    private static String ownPage(@Nullable String to) {
        return to != null && OWN_PAGE.matcher(to).matches() && !to.equals("/console/login") ? to : NOW;
    }
}
