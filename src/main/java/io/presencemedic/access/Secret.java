package io.presencemedic.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its holder knows it: {@code pm_}, 256 random bits in 43 characters, and their CRC-32 in 8 hexadecimal
 * digits, so that scanners recognise keys and typing errors are told. The text form does not tell it.
 *
 * @param value the key
 */
record Secret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int LOOKUP_LENGTH = 16;
    private static final String PREFIX = "pm_";
    private static final int CHECKSUM_LENGTH = 8;
    private static final Pattern WITH_CHECKSUM = Pattern.compile("pm_[A-Za-z0-9_-]{43}[0-9a-f]{8}");

    /** A new key of 256 random bits. */
    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String body = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Secret(body + checksum(body));
    }

    private static String checksum(String body) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Whether it has the form of a key of ours and a character is wrong. */
    boolean isMistyped() {
        if (!WITH_CHECKSUM.matcher(value).matches()) {
            return false;
        }
        int end = value.length() - CHECKSUM_LENGTH;
        return !checksum(value.substring(0, end)).equals(value.substring(end));
    }

    /** SHA-256 in hexadecimal; enough for keys, which nobody can guess. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part of the hash that is unique among the keys. */
    String lookup() {
        return hash().substring(0, LOOKUP_LENGTH);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
