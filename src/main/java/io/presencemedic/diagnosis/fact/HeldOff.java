package io.presencemedic.diagnosis.fact;

import io.presencemedic.runbook.Hold;

/**
 * What a job of this service holds switched off, by our own record.
 *
 * @param hold what is off
 * @param job the job's id
 * @param left whether the job has ended, so that only a retry or a person switches it on again
 */
public record HeldOff(Hold hold, String job, boolean left) {
    /** What a job at work holds off. */
    public HeldOff(Hold hold, String job) {
        this(hold, job, false);
    }
}
