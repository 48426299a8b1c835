package io.presencemedic.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is old is removed; how long things are kept is said where they are made. */
@ConfigMapping(prefix = "medic.housekeeping")
interface HousekeepingConfig {
    /** How often what is old is removed. */
    @WithDefault("PT10M")
    Duration every();

    /** How much is removed in one transaction; at least 1. */
    @WithDefault("200")
    int batch();
}
