package io.presencemedic.simulator.model;

import java.time.Instant;

/**
 * Something that will happen by itself.
 *
 * @param at the moment
 * @param happen what it does to the cluster
 */
record ScheduledEvent(Instant at, Runnable happen) {}
