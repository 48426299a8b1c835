package io.presencemedic.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are run. */
@ConfigMapping(prefix = "medic.job")
interface JobConfig {
    /** How many jobs this process works on at the same time; waiting jobs do not count; 0 for none. */
    @WithDefault("8")
    int workers();

    /** How long a claim holds without being renewed, on the database's clock. */
    @WithDefault("PT5S")
    Duration lease();

    /** How long a node may be unreachable before its line fails. */
    @WithDefault("PT10M")
    Duration linkPatience();

    /** How long an approval is waited for. */
    @WithDefault("PT12H")
    Duration approvalExpiry();
}
