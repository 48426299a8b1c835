package io.presencemedic.access;

import io.presencemedic.access.grant.Verb;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the holders of keys may do at present, for work that is done in their names while they are not there. */
@ApplicationScoped
public class KeyHolders {
    private final KeyRing keys;

    KeyHolders(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Whether there is a key of that identity at present, and whether its grants allow this.
     *
     * @param runbook null where it is about the cluster and no runbook in particular
     */
    public Uni<Boolean> may(UUID key, Verb verb, String cluster, @Nullable String runbook) {
        return keys.get(key)
                .map(held -> held.filter(found -> found.key().allowed().allow(verb, cluster, runbook))
                        .isPresent());
    }
}
