package io.presencemedic.simulator;

import java.time.Instant;

/**
 * Something that a node was told.
 *
 * @param node name of the node
 * @param channel on which way
 * @param text the command line exactly as it was typed, or the operation with its arguments
 * @param changes whether it is something that changes the cluster
 * @param executed whether the node carried it out; false where a fault kept it from that
 * @param at when, by the clock on the wall
 */
public record JournalEntry(String node, Channel channel, String text, boolean changes, boolean executed, Instant at) {}
