package io.presencemedic.redaction;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** An unpacking stream that ends where what is packed is broken, instead of failing. */
final class TruncationTolerantStream extends FilterInputStream {
    private boolean broken;

    TruncationTolerantStream(InputStream in) {
        super(in);
    }

    boolean isBroken() {
        return broken;
    }

    /** Takes what is left for broken too, unless it is the reading below that failed. */
    void breakOff(IOException cause) throws IOException {
        boolean packing = cause instanceof EOFException
                || cause instanceof ZipException
                || String.valueOf(cause.getMessage()).contains("TAR archive");
        if (!packing) {
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
