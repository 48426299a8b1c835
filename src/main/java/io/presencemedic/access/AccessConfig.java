package io.presencemedic.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of access. */
@ConfigMapping(prefix = "medic.access")
interface AccessConfig {
    /** The first admin key; without it one is made and written to the home folder. */
    Optional<String> bootstrapKey();
}
