package io.presencemedic.access;

import io.presencemedic.http.RouterProblemHandler;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key in a request, before any other mechanism is asked: a key is never sent on to an identity provider. What
 * is no key, such as the token of a provider, is left to the others.
 */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
    private static final int BEFORE_THE_OTHERS = 2_000;
    private static final String REALM = "Basic realm=\"Presence Medic: any name, API key as password\"";

    private final RouterProblemHandler problems;
    private final LoginGuard guard;
    private final OidcSwitch oidc;

    ApiKeyMechanism(RouterProblemHandler problems, LoginGuard guard, OidcSwitch oidc) {
        this.problems = problems;
        this.guard = guard;
        this.oidc = oidc;
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_OTHERS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        ShownKey shown = ShownKey.in(request, oidc.takesTokens());
        if (shown.isAmbiguous()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        if (oidc.takesTokens() && ShownKey.holdsToken(request)) {
            Requests.refuse(request, KeyRing.Refusal.BAD_TOKEN);
        }
        return shown.key() == null
                ? Uni.createFrom().nullItem()
                : identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(
                        new ApiKeyRequest(new Secret(shown.key())), request));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge(request)));
    }

    private static String challenge(RoutingContext request) {
        return ShownKey.isForBrowsers(request) ? REALM : "Bearer";
    }

    @Override
    public @Nullable Uni<Boolean> sendChallenge(RoutingContext request) {
        return guard.refuse(request)
                .invoke(problem -> problems.write(request, problem.header("WWW-Authenticate", challenge(request))))
                .replaceWith(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }
}
