package io.presencemedic.runbook;

import io.presencemedic.cluster.Cluster;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;

/** How fast time passes on each cluster. */
@ApplicationScoped
public class TimeScales {
    private final Config config;

    TimeScales(Config config) {
        this.config = config;
    }

    /** The pace of a cluster; only a simulated one can be faster than our own clock. */
    public TimeScale of(Cluster cluster) {
        return cluster.simulated() ? new TimeScale(timeFactor()) : TimeScale.REAL;
    }

    /** How many seconds pass on the simulated cluster in one second of ours, as configured. */
    public double timeFactor() {
        return config.timeFactor();
    }

    /** The simulated cluster's clock. */
    @ConfigMapping(prefix = "medic.simulator")
    interface Config {
        /** How many seconds pass on the simulated cluster in one second of ours. */
        @WithDefault("1")
        double timeFactor();
    }
}
