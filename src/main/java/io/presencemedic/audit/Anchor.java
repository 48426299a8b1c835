package io.presencemedic.audit;

import java.time.Instant;

/**
 * A head of the chain that was told to the world outside of the database: whoever keeps it can prove later whether the
 * entries up to it are still the same. {@link AnchorListener}s are told when it is made.
 *
 * @param seq number of the last entry, and so how many there have been
 * @param hash that entry's hash
 * @param at when it was told
 */
public record Anchor(long seq, String hash, Instant at) {}
