package io.presencemedic.access;

import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.http.ProblemException;
import io.presencemedic.http.RequestId;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks of a tool's call what {@link ClusterGuard} asks of a request to the API: the same limits, rights and records,
 * for a door whose addresses do not say what is wanted.
 */
@ApplicationScoped
public class ToolGuard {
    private final Caller caller;
    private final PermissionCheck permissions;
    private final OpenStreams streams;
    private final RateLimits limits;
    private final CurrentVertxRequest request;

    ToolGuard(
            Caller caller,
            PermissionCheck permissions,
            OpenStreams streams,
            RateLimits limits,
            CurrentVertxRequest request) {
        this.caller = caller;
        this.permissions = permissions;
        this.streams = streams;
        this.limits = limits;
        this.request = request;
    }

    /**
     * Counts a request to the door before anything of it is read.
     *
     * @throws ProblemException 429 where it is one too many, or one stream too many
     */
    public void count(RoutingContext asked) {
        SecurityIdentity identity = asked.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        Subject subject = identity == null ? null : Subject.of(identity);
        if (identity == null || subject == null) {
            throw new ForbiddenException();
        }
        limits.require(subject, Optional.empty(), asked);
        if (asked.request().method().name().equals("GET")) {
            streams.watch(subject, Subject.validUntil(identity), asked);
        }
    }

    /**
     * Begins a call: the audit log knows who makes it.
     *
     * @param special the limit that it is counted against besides that of all requests; null for none
     * @throws ProblemException 429 where it is one too many
     */
    public void enter(@Nullable Limit special) {
        RoutingContext asked = request.getCurrent();
        Subject subject = caller.subject();
        CurrentActor.enter(subject.actor(Requests.address(asked), RequestId.of(asked)));
        if (special != null) {
            limits.require(subject, Optional.of(special), asked);
        }
    }

    /**
     * Requires that the caller may do this.
     *
     * @param tool what he calls, for the record of a refusal
     * @param runbook null where it is about the cluster and no runbook in particular
     * @throws ProblemException 404 where he may not even read the cluster
     * @throws ForbiddenException where he may read it, but not do this
     */
    public void require(String tool, Verb verb, String cluster, @Nullable String runbook) {
        permissions.require(tool, verb, cluster, runbook);
    }

    /**
     * Requires that the caller may read a piece of work.
     *
     * @param kind what it is called in addresses: {@code jobs}, {@code diagnoses} or {@code bundles}
     */
    public Uni<Void> requireReadable(String tool, String kind, UUID id) {
        return permissions.requireWork(tool, Verb.READ, kind, id);
    }
}
