package io.presencemedic.access;

import io.presencemedic.audit.Actor;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.http.creation.CallerIds;
import jakarta.enterprise.context.ApplicationScoped;

/** The identity behind the name of whoever sent the request that is being answered. */
@ApplicationScoped
class RequestCallerIds implements CallerIds {
    @Override
    public String idOf(String name) {
        Actor actor = CurrentActor.get();
        return actor.name().equals(name) ? actor.id() : name;
    }
}
