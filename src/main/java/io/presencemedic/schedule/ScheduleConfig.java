package io.presencemedic.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How schedules are kept. */
@ConfigMapping(prefix = "medic.schedule")
interface ScheduleConfig {
    /** Whether this process starts what is due; any number of processes may. */
    @WithDefault("true")
    boolean enabled();

    /** How often is looked for what is due. */
    @WithDefault("PT2S")
    Duration poll();

    /** How late a run may begin; later it is missed, and told as such. */
    @WithDefault("PT10M")
    Duration grace();

    /** How long is kept what has become of each time. */
    @WithDefault("P90D")
    Duration retention();
}
