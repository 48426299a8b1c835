package io.presencemedic.diagnosis.fact;

import io.presencemedic.runbook.Hold;

/**
 * What a job of this service holds switched off, by our own record.
 *
 * @param hold what is off
 * @param job the job's id
 */
public record HeldOff(Hold hold, String job) {}
