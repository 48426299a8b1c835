package io.presencemedic.link.http;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Takes a file's bytes up to a number, counts them, and remembers whether it was the taker that failed. */
final class FileSink extends OutputStream {
    private final OutputStream out;
    private final long longest;
    private long count;
    private boolean touched;
    private @Nullable IOException failure;

    FileSink(OutputStream out, long longest) {
        this.out = out;
        this.longest = longest;
    }

    /** Bytes taken so far. */
    long count() {
        return count;
    }

    /** Whether anything was given to the taker, so that a second try would come on top of it. */
    boolean touched() {
        return touched;
    }

    /** Why the taker did not take the bytes; null where it did. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (count + length > longest) {
            throw new TooLarge(longest);
        }
        touched = true;
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        count += length;
    }

    /** The file is longer than it may be. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long longest;

        TooLarge(long longest) {
            super("the file is longer than " + longest + " bytes");
            this.longest = longest;
        }

        long longest() {
            return longest;
        }
    }
}
