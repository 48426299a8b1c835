package io.presencemedic.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Seals recorded entries into the chain of hashes, in the order in which they were recorded and many under one lock of
 * the chain's head. Until then an entry has no number and is not shown; nothing can change it either.
 */
@ApplicationScoped
class AuditSealer {
    private static final Logger LOG = Logger.getLogger(AuditSealer.class);
    /** Each entry writes the head anew, and what is newer in the same transaction is found behind what is older. */
    private static final int AT_ONCE = 200;

    private final Mutiny.SessionFactory database;

    AuditSealer(Mutiny.SessionFactory database) {
        this.database = database;
    }

    /** Seals all that has been recorded until now. */
    Uni<Void> seal() {
        return database.withTransaction(session -> session.createNativeQuery("SELECT audit_seal(:most)", Integer.class)
                        .setParameter("most", AT_ONCE)
                        .getSingleResult())
                .chain(count -> count < AT_ONCE ? Uni.createFrom().voidItem() : seal());
    }

    /** The same for who only reads: where the database takes no changes, what is sealed can still be read. */
    Uni<Void> sealForReading() {
        return seal().onFailure()
                .invoke(failure -> LOG.debugf("read without what was recorded last: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
