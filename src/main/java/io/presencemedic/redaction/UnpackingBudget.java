package io.presencemedic.redaction;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.zip.ZipException;

/**
 * How much may come out of one packed file, whatever is packed in it how often: so many bytes for each byte that it
 * has, and so many files. Where that is used up, the rest counts as broken.
 */
final class UnpackingBudget {
    /** Texts are packed to a twentieth; what grows more was made to. */
    private static final int LARGEST_RATIO = 100;
    /** What a small file may grow to, in bytes. */
    private static final long ALWAYS = 64L << 20;

    private static final int MOST_FILES = 20_000;

    private long packed;
    private long unpacked;
    private int files;
    private boolean sourceLost;

    /** Counts what is read of the packed file itself. */
    InputStream ofPacked(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    int read = super.read(bytes, offset, length);
                    packed += Math.max(0, read);
                    return read;
                } catch (IOException e) {
                    sourceLost = true;
                    throw e;
                }
            }
        };
    }

    /** Whether the packed file itself could not be read: then nothing is said about what is in it. */
    boolean isSourceLost() {
        return sourceLost;
    }

    /** Counts one more file in an archive. */
    void file() throws ZipException {
        files++;
        if (files > MOST_FILES) {
            throw new ZipException("more files than an archive may hold");
        }
    }

    /** Counts what comes out of an archive; its reading thread may be interrupted. */
    InputStream ofUnpacked(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the copy was given up");
                }
                int read = super.read(bytes, offset, length);
                unpacked += Math.max(0, read);
                if (unpacked > ALWAYS && unpacked / LARGEST_RATIO > packed) {
                    throw new ZipException("more content than an archive of its size may hold");
                }
                return read;
            }

            @Override
            public void close() {
                // What is unpacked is closed by its owner.
            }
        };
    }
}
