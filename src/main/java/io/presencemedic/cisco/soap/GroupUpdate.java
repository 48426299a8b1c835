package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.cli.Unreadable;
import java.time.Duration;

/** AXL {@code updatePresenceRedundancyGroup}: only the elements that are sent change, an empty one would reset. */
interface GroupUpdate extends AxlOperation<String> {
    Duration WRITING = Duration.ofMinutes(5);

    @Override
    default String name() {
        return "updatePresenceRedundancyGroup";
    }

    @Override
    default Effect effect() {
        return Effect.CHANGES;
    }

    @Override
    default Duration patience() {
        return WRITING;
    }

    /** The id of the changed group, or {@code true}. */
    @Override
    default String read(Element result) throws Unreadable {
        String confirmation = result.text();
        if (confirmation == null || confirmation.equalsIgnoreCase("false")) {
            throw result.unreadable("the change was not confirmed");
        }
        return confirmation;
    }
}
