package io.presencemedic.recovery;

import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;

/** Examines a cluster. Blocking; changes nothing. */
interface Diagnoser {
    /**
     * What is wrong at this moment.
     *
     * @throws LinkException where nothing could be asked because the link was given up
     */
    DiagnosisResult examine(ClusterReader look) throws LinkException;
}
