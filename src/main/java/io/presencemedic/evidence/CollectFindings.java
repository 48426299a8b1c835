package io.presencemedic.evidence;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Look;
import io.presencemedic.runbook.Step;
import java.time.Duration;

/** Diagnoses the cluster, so that the bundle says what was found. */
record CollectFindings(Cluster cluster, BundleFolders folders) implements Step {
    static final String STEP = "collect-findings";

    @Override
    public String name() {
        return STEP;
    }

    @Override
    public String target() {
        return cluster.id();
    }

    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public Decision decide(Look look, LineMemory memory) {
        return new Decision.Done("later");
    }
}
