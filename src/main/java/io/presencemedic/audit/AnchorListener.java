package io.presencemedic.audit;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Is told each anchor in the transaction that keeps it; beans of this type are found by themselves. */
public interface AnchorListener {
    /** Writes down what is to be told of the anchor; an anchor that cannot be told is not kept. */
    Uni<Void> anchored(Mutiny.Session session, Anchor anchor);
}
