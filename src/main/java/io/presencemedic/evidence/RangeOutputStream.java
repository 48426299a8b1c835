package io.presencemedic.evidence;

import io.presencemedic.http.ByteRange;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets through only a range of the bytes that are written. */
final class RangeOutputStream extends FilterOutputStream {
    private final ByteRange range;
    private long place;

    RangeOutputStream(OutputStream out, ByteRange range) {
        super(out);
        this.range = range;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        long begin = Math.max(place, range.first());
        long end = Math.min(place + count, range.last() + 1);
        if (begin < end) {
            out.write(bytes, from + (int) (begin - place), (int) (end - begin));
        }
        place += count;
    }
}
