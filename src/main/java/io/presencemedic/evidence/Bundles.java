package io.presencemedic.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** wip */
@ApplicationScoped
public class Bundles {
    public UUID request(String cluster, BundleKind kind, UUID job) {
        throw new IllegalStateException();
    }
}
