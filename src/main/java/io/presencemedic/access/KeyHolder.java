package io.presencemedic.access;

import io.presencemedic.audit.Actor;
import java.util.UUID;

/**
 * Who holds a key, for work that is done in his name while he is not there.
 *
 * @param key identity of the key
 * @param name the key's name
 * @param person who answers for the key
 */
public record KeyHolder(UUID key, String name, String person) {
    /** Who does it, for the audit log and for approvals, which nobody gives to himself. */
    public Actor actor() {
        return new Actor(Actor.Kind.KEY, key.toString(), name, person, null, null);
    }
}
