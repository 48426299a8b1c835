package io.presencemedic.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the audit log. */
@ConfigMapping(prefix = "medic.audit")
interface AuditConfig {
    /** How often the head of the chain is told outside, where something was recorded since. */
    @WithDefault("PT15M")
    Duration anchorInterval();

    /** How many refusals of one kind are recorded one by one in ten seconds; what is beyond is counted. */
    @WithDefault("20")
    int refusalsOneByOne();
}
