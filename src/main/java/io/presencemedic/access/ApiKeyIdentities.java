package io.presencemedic.access;

import io.presencemedic.access.KeyRing.Answer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns a shown key into its holder with what the holder may do. */
@ApplicationScoped
class ApiKeyIdentities implements IdentityProvider<ApiKeyRequest> {
    private final KeyRing keys;
    private final KeyUse use;

    ApiKeyIdentities(KeyRing keys, KeyUse use) {
        this.keys = keys;
        this.use = use;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        RoutingContext http = HttpSecurityUtils.getRoutingContextAttribute(request);
        return keys.find(request.secret(), http == null ? null : Requests.address(http))
                .map(answer -> identity(answer, http));
    }

    private SecurityIdentity identity(Answer answer, RoutingContext http) {
        if (answer.key() == null) {
            if (http != null && answer.refusal() != null) {
                Requests.refuse(http, answer.refusal());
            }
            throw new AuthenticationFailedException();
        }
        use.note(answer.key().key().id());
        return Subject.of(answer.key()).identity();
    }
}
