package io.presencemedic.job.log;

import java.time.Instant;

/**
 * An event in its job's log.
 *
 * @param seq place in the log, from 1, without gaps
 * @param at when it was recorded, on the database's clock
 * @param event what happened
 */
public record RecordedEvent(long seq, Instant at, JobEvent event) {}
