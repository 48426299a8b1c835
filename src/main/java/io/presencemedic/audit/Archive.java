package io.presencemedic.audit;

import java.time.Instant;

/**
 * A range of entries that somebody has exported and this service has signed; its entries are removed.
 *
 * @param from number of its first entry
 * @param upTo number of its last entry
 * @param hash hash of its last entry, by which the chain goes on, and which stands for all before it
 * @param at when it was made
 * @param signature Ed25519 (RFC 8032) over {@link #statement}, in base64
 * @param publicKey the key that proves it, as X.509 SubjectPublicKeyInfo in base64
 * @param valid whether the signature is this service's
 */
public record Archive(
        long from, long upTo, String hash, Instant at, String signature, String publicKey, boolean valid) {
    /** What is signed. */
    static String statement(long from, long upTo, String hash, Instant at) {
        return "presence-medic audit archive\nfrom:" + from + "\nto:" + upTo + "\nhash:" + hash + "\nat:" + at + "\n";
    }
}
