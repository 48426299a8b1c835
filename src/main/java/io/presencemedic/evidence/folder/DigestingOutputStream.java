package io.presencemedic.evidence.folder;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what passes. */
public final class DigestingOutputStream extends FilterOutputStream {
    private final MessageDigest digest = sha256Digest();
    private long size;

    /** A stream that passes all on to another. */
    public DigestingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int single) throws IOException {
        out.write(single);
        digest.update((byte) single);
        size++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        digest.update(bytes, from, count);
        size += count;
    }

    /** How many bytes were written. */
    public long size() {
        return size;
    }

    /** In hexadecimal, of everything so far. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
