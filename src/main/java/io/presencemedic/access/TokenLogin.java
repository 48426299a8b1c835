package io.presencemedic.access;

import io.presencemedic.audit.Actor;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets a person in whom the identity provider knows, for rooms that keep sessions of their own. */
@ApplicationScoped
public class TokenLogin {
    private final GroupGrants groups;
    private final RefusedPermissions refusals;

    TokenLogin(GroupGrants groups, RefusedPermissions refusals) {
        this.groups = groups;
        this.refusals = refusals;
    }

    /**
     * Who has signed in. That somebody was refused is recorded.
     *
     * @param request the request that is being answered
     * @throws UnauthorizedException where nobody has, or not at the identity provider
     * @throws ForbiddenException where none of his groups gives him anything
     */
    public TokenHolder holder(SecurityIdentity identity, RoutingContext request) {
        Subject subject = Subject.of(identity);
        if (subject == null || subject.kind() != Actor.Kind.TOKEN) {
            throw new UnauthorizedException();
        }
        if (subject.grants().all().isEmpty()) {
            refusals.note(Requests.target(request));
            throw new ForbiddenException();
        }
        return new TokenHolder(subject.id(), subject.name(), subject.person(), TokenSubjects.groups(identity));
    }

    /** The holder with what his groups give him by today's configuration. */
    public SecurityIdentity identity(TokenHolder holder) {
        return new Subject(
                        Actor.Kind.TOKEN,
                        holder.subject(),
                        holder.name(),
                        holder.person(),
                        Set.of(),
                        groups.of(holder.groups()))
                .identity();
    }
}
