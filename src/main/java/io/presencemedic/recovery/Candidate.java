package io.presencemedic.recovery;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.runbook.Chapter;

/**
 * A runbook that may be run next.
 *
 * @param finding what it is to remedy
 * @param chapter the runbook with its target
 */
record Candidate(Finding finding, Chapter chapter) {}
