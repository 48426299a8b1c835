package io.presencemedic.access;

import io.presencemedic.audit.Actor;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.audit.Refusals;
import io.presencemedic.http.RequestId;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Has refused permissions and tokens recorded; who shows no key at all is refused without a record. */
@ApplicationScoped
class RefusedPermissions {
    private final Refusals refusals;

    RefusedPermissions(Refusals refusals) {
        this.refusals = refusals;
    }

    void refused(@Observes AuthorizationFailureEvent event) {
        SecurityIdentity identity = event.getSecurityIdentity();
        if (identity != null && Subject.of(identity) != null) {
            Object request = event.getEventProperties().get(RoutingContext.class.getName());
            note(request instanceof RoutingContext known ? Requests.target(known) : null);
        }
    }

    /** What the identity provider's mechanism refuses is answered by itself, and recorded here. */
    void refused(@Observes AuthenticationFailureEvent event) {
        Object request = event.getEventProperties().get(RoutingContext.class.getName());
        if (request instanceof RoutingContext known && Requests.refusal(known) == KeyRing.Refusal.BAD_TOKEN) {
            refusals.note(
                    Actor.unknown(Requests.address(known), RequestId.of(known)),
                    "login.refuse",
                    KeyRing.Refusal.BAD_TOKEN.name(),
                    Requests.target(known));
        }
    }

    /** Notes that whoever sent the request that is being answered was refused what he asked for. */
    void note(@Nullable String target) {
        refusals.note(CurrentActor.get(), "permission.refuse", "FORBIDDEN", target);
    }
}
