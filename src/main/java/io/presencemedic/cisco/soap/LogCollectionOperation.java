package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Effect;
import java.time.Duration;

/** What the operations of log collection have in common: they only read. */
interface LogCollectionOperation<T> extends Operation<T> {
    /** A node looks through the folders of many logs before it answers. */
    Duration LOOKING = Duration.ofMinutes(3);

    @Override
    default SoapService service() {
        return SoapService.LOG_COLLECTION;
    }

    @Override
    default Effect effect() {
        return Effect.READS;
    }

    @Override
    default Duration patience() {
        return LOOKING;
    }

    @Override
    default String summary() {
        return name();
    }
}
