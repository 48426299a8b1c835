package io.presencemedic.redaction;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** An unpacking stream that ends where what is packed is broken, instead of failing. */
final class TruncationTolerantStream extends FilterInputStream {
    private final UnpackingBudget budget;
    private boolean broken;

    TruncationTolerantStream(InputStream in, UnpackingBudget budget) {
        super(budget.ofUnpacked(in));
        this.budget = budget;
    }

    boolean isBroken() {
        return broken;
    }

    /** Takes what is left for broken too, unless it is the reading below that failed, or was given up. */
    void breakOff(IOException cause) throws IOException {
        if (budget.isSourceLost() || cause instanceof InterruptedIOException) {
            throw cause;
        }
        broken = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (broken) {
            return -1;
        }
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            breakOff(e);
            return -1;
        }
    }

    /** What is unpacked is closed by its owner. */
    @Override
    public void close() {}
}
