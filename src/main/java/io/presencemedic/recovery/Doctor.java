package io.presencemedic.recovery;

import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Look;

/** Examines a cluster. Blocking; changes nothing. */
interface Doctor {
    /**
     * What is wrong at this moment.
     *
     * @throws LinkException where nothing could be asked because the link was given up
     */
    Examination examine(Look look) throws LinkException;
}
