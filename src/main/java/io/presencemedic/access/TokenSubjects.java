package io.presencemedic.access;

import io.presencemedic.access.grant.Grants;
import io.presencemedic.audit.Actor;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes a subject of whoever shows a token of the identity provider. What he may do follows from his groups by
 * configuration alone: a group that happens to be called as one of our roles gives nothing.
 */
@ApplicationScoped
class TokenSubjects implements SecurityIdentityAugmentor {
    private static final int FIRST = 100;
    private static final String GROUPS = TokenSubjects.class.getName() + ".groups";

    private final GroupGrants groups;
    private final String personClaim;

    TokenSubjects(GroupGrants groups, AccessConfig config) {
        this.groups = groups;
        this.personClaim = config.oidc().personClaim();
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.getPrincipal() instanceof JsonWebToken token && Subject.of(identity) == null
                                ? identity(identity, token)
                                : identity);
    }

    /** The groups that the provider named; empty where the identity is none of its. */
    static Set<String> groups(SecurityIdentity identity) {
        Set<String> groups = identity.getAttribute(GROUPS);
        return groups == null ? Set.of() : groups;
    }

    private SecurityIdentity identity(SecurityIdentity identity, JsonWebToken token) {
        Subject subject = subject(token, groups.of(identity.getRoles()));
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(GROUPS, Set.copyOf(identity.getRoles()))
                .addAttribute(Caller.VALID_UNTIL, Instant.ofEpochSecond(token.getExpirationTime()));
        return subject.identity(builder, new QuarkusPrincipal(subject.name()));
    }

    private Subject subject(JsonWebToken token, Grants grants) {
        if (isMissing(token.getIssuer()) || isMissing(token.getSubject())) {
            throw new AuthenticationFailedException();
        }
        String id = token.getIssuer() + "#" + token.getSubject();
        Object person = token.getClaim(personClaim);
        return new Subject(
                Actor.Kind.TOKEN,
                id,
                isMissing(token.getName()) ? token.getSubject() : token.getName(),
                person == null || isMissing(person.toString()) ? token.getSubject() : person.toString(),
                Set.of(),
                grants);
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Before {@link ActorOfRequest}, which tells the audit log. */
    @Override
    public int priority() {
        return FIRST;
    }
}
