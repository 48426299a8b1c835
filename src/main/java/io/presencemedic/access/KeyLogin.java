package io.presencemedic.access;

import io.presencemedic.audit.CurrentActor;
import io.presencemedic.http.RequestId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Lets a person in by a key, for rooms that keep sessions of their own. */
@ApplicationScoped
public class KeyLogin {
    private static final int UNAUTHENTICATED = 401;

    private final KeyRing keys;
    private final KeyUse use;
    private final LoginGuard guard;

    KeyLogin(KeyRing keys, KeyUse use, LoginGuard guard) {
        this.keys = keys;
        this.use = use;
        this.guard = guard;
    }

    /**
     * The id of the key that was typed.
     *
     * @throws AuthenticationFailedException (in the Uni) where it opens nothing
     * @throws io.presencemedic.http.ProblemException (in the Uni) 429 where the address has shown too many wrong ones
     */
    public Uni<UUID> login(String typed, RoutingContext request) {
        return keys.find(new Secret(typed), Requests.address(request))
                .chain(answer -> answer.key() == null
                        ? refused(request, Objects.requireNonNull(answer.refusal()))
                        : Uni.createFrom().item(entered(answer.key(), request)).invoke(use::note));
    }

    /** From here on what the request does is done by the key's holder. */
    private static UUID entered(HeldKey held, RoutingContext request) {
        CurrentActor.enter(Subject.of(held).actor(Requests.address(request), RequestId.of(request)));
        return held.key().id();
    }

    /** A login that is refused is slowed down, counted and told as any other request without a valid key. */
    private Uni<UUID> refused(RoutingContext request, KeyRing.Refusal why) {
        Requests.refuse(request, why);
        return guard.refuse(request).map(problem -> {
            throw problem.status() == UNAUTHENTICATED ? new AuthenticationFailedException() : problem.exception();
        });
    }

    /**
     * The holder of a key, with the rights that it has now.
     *
     * @param request the request that is being answered
     * @throws AuthenticationFailedException (in the Uni) where the key is gone, has ended or does not open from there
     */
    public Uni<SecurityIdentity> identity(UUID key, RoutingContext request) {
        return keys.get(key)
                .map(found -> found.filter(held -> held.key().mayComeFrom(Requests.address(request)))
                        .orElseThrow(AuthenticationFailedException::new))
                .map(held -> Subject.of(held).identity());
    }
}
