package io.presencemedic.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are run. */
@ConfigMapping(prefix = "medic.job")
public interface JobConfig {
    /** How many jobs this process works on at the same time; waiting jobs do not count; 0 for none. */
    @WithDefault("8")
    int workers();

    /**
     * How many jobs that change their clusters this process works on at the same time, beside those that only read; a
     * cluster has one of them at a time. Their threads exist only while they work.
     */
    @WithDefault("32")
    int changingWorkers();

    /** How many jobs that only read are worked on at once for one cluster, by all processes together. */
    @WithDefault("4")
    int readingPerCluster();

    /** How many jobs that only read one caller may have waiting or running for one cluster. */
    @WithDefault("50")
    int mostWaiting();

    /** How long a claim holds without being renewed, on the database's clock. */
    @WithDefault("PT5S")
    Duration lease();

    /** How long a node may be unreachable before its line fails. */
    @WithDefault("PT10M")
    Duration linkPatience();

    /** How long an approval is waited for. */
    @WithDefault("PT12H")
    Duration approvalExpiry();

    /** How long a job is kept after its end, with its log; one that has left something off is kept until that is on. */
    @WithDefault("P180D")
    Duration retention();

    /** How long what an ended job sent and heard is kept. */
    @WithDefault("P30D")
    Duration transcriptRetention();
}
