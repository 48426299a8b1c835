package io.presencemedic.access;

import io.presencemedic.access.grant.ReadScope;
import io.presencemedic.access.grant.Role;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.audit.Actor;
import io.presencemedic.http.Problem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sent the request that is being answered, and what he may do. */
@RequestScoped
public class Caller {
    /** The identity's attribute with the time until which streams that it opens may stay open, an {@link Instant}. */
    public static final String VALID_UNTIL = Caller.class.getName() + ".validUntil";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Name of the caller's key or user, as the audit log and {@code requestedBy} show it. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** Lasting identity of the caller, which no other key or user ever gets. */
    public String id() {
        return subject().id();
    }

    /** Whether the caller may do, somewhere at least, what this role may. */
    public boolean may(Role role) {
        return identity.getRoles().contains(role.label());
    }

    /**
     * Whether the caller may do this.
     *
     * @param runbook null where it is about the cluster and no runbook in particular
     */
    public boolean may(Verb verb, String cluster, @Nullable String runbook) {
        return subject().grants().allow(verb, cluster, runbook);
    }

    /**
     * Requires that the caller may do this.
     *
     * @param runbook null where it is about the cluster and no runbook in particular
     * @throws io.presencemedic.http.ProblemException 404 where he may not even read the cluster
     * @throws ForbiddenException where he may read it, but not do this
     */
    void require(Verb verb, String cluster, @Nullable String runbook) {
        if (!may(Verb.READ, cluster, null)) {
            throw Problem.of(
                            404,
                            "CLUSTER_UNKNOWN",
                            "There is no cluster \"" + cluster + "\"; GET /api/v1/clusters lists them.")
                    .exception();
        }
        if (!may(verb, cluster, runbook)) {
            throw new ForbiddenException();
        }
    }

    /**
     * Requires that the caller may do this on every cluster with every runbook.
     *
     * @throws ForbiddenException where he may not
     */
    void requireEverywhere(Verb verb) {
        if (!subject().grants().allowEverywhere(verb)) {
            throw new ForbiddenException();
        }
    }

    /** The key that the caller holds; empty where he came with a token, whose rights nobody can look up later. */
    public Optional<KeyHolder> key() {
        Subject subject = subject();
        return subject.kind() == Actor.Kind.KEY
                ? Optional.of(new KeyHolder(UUID.fromString(subject.id()), subject.name(), subject.person()))
                : Optional.empty();
    }

    /** Whether the caller may do this on every cluster with every runbook. */
    public boolean mayEverywhere(Verb verb) {
        return subject().grants().allowEverywhere(verb);
    }

    /**
     * Whether it was the caller himself, under whatever name, who asked for a job: then he does not approve it.
     *
     * @param subject lasting identity of who asked for it
     * @param person who is behind that
     */
    public boolean isRequester(String subject, String person) {
        return FourEyes.isOwn(subject(), subject, person);
    }

    /** What lists show to the caller. */
    public ReadScope readable() {
        return subject().grants().readable();
    }

    @Nullable
    Instant validUntil() {
        return Subject.validUntil(identity);
    }

    Subject subject() {
        Subject subject = Subject.of(identity);
        if (subject == null) {
            throw new UnauthorizedException();
        }
        return subject;
    }
}
