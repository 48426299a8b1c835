package io.presencemedic.audit;

import java.time.Instant;

/**
 * An entry with its place in the chain.
 *
 * @param seq number, the first one is 1, without gaps
 * @param at when it was recorded, by the database's clock, in microseconds
 * @param actor who did it
 * @param entry what was done
 * @param previousHash hash of the entry before it; 64 zeros for the first one
 * @param hash SHA-256 over all the above in hexadecimal, see {@link ChainHash}
 */
public record RecordedEntry(
        long seq, Instant at, Actor actor, AuditEntry entry, String previousHash, String hash) {}
