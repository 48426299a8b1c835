package io.presencemedic.diagnosis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clusters are diagnosed, {@code medic.diagnosis.*}. */
@ConfigMapping(prefix = "medic.diagnosis")
public interface DiagnosisConfig {
    /** How long all nodes together may take to tell their facts; what is not there by then is undetermined. */
    @WithDefault("PT5M")
    Duration deadline();

    /** How long a diagnosis is kept; a cluster's last one is kept in any case. */
    @WithDefault("P90D")
    Duration retention();
}
