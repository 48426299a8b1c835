package io.presencemedic.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry: SHA-256 over its fields in order, each as its length in bytes, a colon and its text in UTF-8, or
 * as a hyphen where it is absent. The database computes the same when it writes; this is the second opinion.
 */
public final class ChainHash {
    /** What the first entry has for the hash of the entry before it. */
    public static final String START = "0".repeat(64);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final MessageDigest digest;

    private ChainHash() {
        this.digest = sha256();
    }

    /** The hash that an entry has to have. */
    public static String of(RecordedEntry recorded) {
        Actor actor = recorded.actor();
        AuditEntry entry = recorded.entry();
        return new ChainHash()
                .field(recorded.previousHash())
                .field(Long.toString(recorded.seq()))
                .field(text(recorded.at()))
                .field(entry.verb())
                .field(entry.outcome().name())
                .field(actor.kind().name())
                .field(actor.id())
                .field(actor.name())
                .field(actor.person())
                .field(actor.address())
                .field(actor.request())
                .field(entry.cluster())
                .field(entry.job() == null ? null : entry.job().toString())
                .field(entry.target())
                .field(entry.code())
                .field(Long.toString(entry.times()))
                .field(entry.before())
                .field(entry.after())
                .hex();
    }

    private static String text(Instant at) {
        return MICROSECONDS.format(at);
    }

    private ChainHash field(@Nullable String value) {
        if (value == null) {
            digest.update((byte) '-');
        } else {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
