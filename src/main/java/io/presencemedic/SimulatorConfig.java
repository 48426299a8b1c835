package io.presencemedic;

import io.presencemedic.runbook.TimeScales;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The simulated cluster, {@code medic.simulator.*}; how fast its time passes is told by {@link TimeScales}. */
@ConfigMapping(prefix = "medic.simulator")
interface SimulatorConfig {
    /** Whether there is one; it does not mix with real clusters. */
    @WithDefault("true")
    boolean enabled();

    /** The scenario, or several with a plus sign between them. */
    @WithDefault("healthy")
    String scenario();

    /** Whether there is a second redundancy group with two nodes of its own. */
    @WithDefault("false")
    boolean secondGroup();
}
