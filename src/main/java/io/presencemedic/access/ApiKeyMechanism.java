package io.presencemedic.access;

import io.presencemedic.http.RouterProblemHandler;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key in a request: {@code X-API-Key}, {@code Authorization: Bearer}, or, for the pages that are made for a
 * browser, the password of {@code Authorization: Basic}. Basic is taken nowhere else, because a browser would send it
 * along with requests that another site makes.
 */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer";
    private static final String BASIC = "Basic";

    private final RouterProblemHandler problems;

    ApiKeyMechanism(RouterProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return key(request)
                .map(key -> identities.authenticate(
                        HttpSecurityUtils.setRoutingContextAttribute(new ApiKeyRequest(new Secret(key)), request)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static Optional<String> key(RoutingContext request) {
        String plain = request.request().getHeader("X-API-Key");
        if (plain != null) {
            return Optional.of(plain.strip());
        }
        String authorization = request.request().getHeader("Authorization");
        if (authorization == null) {
            return Optional.empty();
        }
        return isForBrowsers(request)
                ? credentials(authorization, BASIC)
                        .map(ApiKeyMechanism::password)
                        .or(() -> credentials(authorization, BEARER))
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

    private static boolean isForBrowsers(RoutingContext request) {
        return request.normalizedPath().startsWith("/q/");
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge(request)));
    }

    private static String challenge(RoutingContext request) {
        return isForBrowsers(request) ? BASIC + " realm=\"Presence Medic: any name, API key as password\"" : BEARER;
    }

    @Override
    public @Nullable Uni<Boolean> sendChallenge(RoutingContext request) {
        problems.unauthenticated(request, challenge(request));
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }
}
