package io.presencemedic.access;

import io.presencemedic.audit.CurrentActor;
import io.presencemedic.http.RequestId;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Lets the audit log know who asks, from where, for the rest of the request. */
@ApplicationScoped
class ActorOfRequest implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        Subject subject = Subject.of(identity);
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (subject != null && request != null) {
            CurrentActor.enter(subject.actor(Requests.address(request), RequestId.of(request)));
        }
        return Uni.createFrom().item(identity);
    }

    /** After those that make a subject of a token. */
    @Override
    public int priority() {
        return 0;
    }
}
