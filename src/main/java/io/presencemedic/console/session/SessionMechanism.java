package io.presencemedic.console.session;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows a person by the session's cookie, on the pages only; who has none is sent to the login. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
    /** The name of the cookie that holds the session's secret. */
    public static final String COOKIE = "medic_session";
    /** The path under which all pages are. */
    public static final String HOME = "/console";

    /** The path as it was sent: one that has to be decoded or folded first is no page's. */
    private static final Pattern PAGE = Pattern.compile(HOME + "(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*+)*+");

    /** Before all others: it concerns itself with pages alone, and nobody else knows where their login is. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        Cookie cookie = isPage(request) ? request.request().getCookie(COOKIE) : null;
        return cookie == null
                ? Uni.createFrom().nullItem()
                : identities.authenticate(
                        HttpSecurityUtils.setRoutingContextAttribute(new SessionRequest(cookie.getValue()), request));
    }

    private static boolean isPage(RoutingContext request) {
        return PAGE.matcher(String.valueOf(request.request().path())).matches();
    }

    @Override
    public @Nullable Uni<ChallengeData> getChallenge(RoutingContext request) {
        return isPage(request)
                ? Uni.createFrom().item(new ChallengeData(303, "Location", login(request)))
                : Uni.createFrom().nullItem();
    }

    /** A page is led to the login; what a page fetches by itself is told to lead its page there. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (!isPage(request)) {
            return Uni.createFrom().item(false);
        }
        if (request.request().getHeader("HX-Request") != null) {
            request.response().setStatusCode(200).putHeader("HX-Redirect", login(request));
        } else if (isStream(request)) {
            request.response().setStatusCode(401);
        } else {
            request.response().setStatusCode(303).putHeader("Location", login(request));
        }
        request.response().end();
        return Uni.createFrom().item(true);
    }

    private static boolean isStream(RoutingContext request) {
        String accepted = request.request().getHeader("Accept");
        return accepted != null && accepted.contains("text/event-stream");
    }

    private static String login(RoutingContext request) {
        // A browser that shows a session had one until now: the login says so, and leads back.
        String ended = request.request().getCookie(COOKIE) == null ? "" : "&ended=true";
        boolean goesBack = request.request().method() == io.vertx.core.http.HttpMethod.GET;
        String to = goesBack ? String.valueOf(request.request().path()) : HOME + "/now";
        return HOME + "/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8) + ended;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}
