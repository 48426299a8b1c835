package io.presencemedic.access;

import io.presencemedic.audit.CurrentActor;
import io.presencemedic.audit.Refusals;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthorizationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Has refused permissions recorded; who shows no key at all is refused without a record. */
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

    /** Notes that whoever sent the request that is being answered was refused what he asked for. */
    void note(@Nullable String target) {
        refusals.note(CurrentActor.get(), "permission.refuse", "FORBIDDEN", target);
    }
}
