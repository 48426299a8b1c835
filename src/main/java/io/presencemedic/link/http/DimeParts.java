package io.presencemedic.link.http;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a DIME message (draft-nielsen-dime-02): records with a header of twelve bytes, each field padded to
 * four; a part may come in several records, of which all but the last say that more follow. The first part is the
 * envelope.
 */
final class DimeParts implements ResponseParts {
    static final String CONTENT_TYPE = "application/dime";
    private static final int VERSION = 1;
    private static final int LONGEST_ID = 8192;

    private final InputStream in;
    private @Nullable Content open;
    private boolean begun;
    private boolean lastRecord;

    DimeParts(InputStream in) {
        this.in = in;
    }

    @Override
    public @Nullable Part next() throws IOException, Unreadable {
        if (open != null) {
            open.skipToEnd();
        }
        if (lastRecord) {
            return null;
        }
        Header header = Header.read(in);
        if (header.begins() == begun || header.type == Header.UNCHANGED) {
            throw malformed("a record stands where it must not");
        }
        boolean first = !begun;
        begun = true;
        String id = pass(header);
        open = new Content(header);
        return new Part(id, first, open);
    }

    /** Passes what stands between a header and its data; what is left is the id. */
    private @Nullable String pass(Header header) throws IOException, Unreadable {
        if (header.idLength > LONGEST_ID) {
            throw malformed("a record has an id of " + header.idLength + " bytes");
        }
        passOver(padded(header.optionsLength));
        byte[] id = in.readNBytes(header.idLength);
        if (id.length < header.idLength) {
            throw new CutShort();
        }
        passOver(padded(header.idLength) - header.idLength);
        passOver(padded(header.typeLength));
        lastRecord = header.ends;
        return id.length == 0 ? null : new String(id, StandardCharsets.UTF_8);
    }

    private void passOver(long length) throws IOException {
        try {
            in.skipNBytes(length);
        } catch (EOFException e) {
            throw (CutShort) new CutShort().initCause(e);
        }
    }

    private static long padded(long length) {
        return (length + 3) & ~3L;
    }

    private static Unreadable malformed(String why) {
        return new Unreadable(1, "", "the answer is no DIME message: " + why);
    }

    /** The data of one part, over all of its records. */
    private final class Content extends InputStream {
        private long left;
        private int padding;
        private boolean more;

        Content(Header header) {
            begin(header);
        }

        private void begin(Header header) {
            left = header.dataLength;
            padding = (int) (padded(left) - left);
            more = header.chunked;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!advance()) {
                return -1;
            }
            int taken = in.read(bytes, offset, (int) Math.min(length, left));
            if (taken < 0) {
                throw new CutShort();
            }
            left -= taken;
            return taken;
        }

        /** Goes on to the next record where this one is used up; false behind the last one of this part. */
        private boolean advance() throws IOException {
            while (left == 0) {
                passOver(padding);
                padding = 0;
                if (!more) {
                    return false;
                }
                continueIn();
            }
            return true;
        }

        private void continueIn() throws IOException {
            try {
                Header header = Header.read(in);
                if (lastRecord || header.begins || header.type != Header.UNCHANGED) {
                    throw malformed("a part does not go on where it should");
                }
                pass(header);
                begin(header);
            } catch (Unreadable e) {
                throw new IOException(e.why(), e);
            }
        }

        void skipToEnd() throws IOException {
            transferTo(OutputStream.nullOutputStream());
        }
    }

    /** The header of a record. */
    private record Header(
            boolean begins,
            boolean ends,
            boolean chunked,
            int type,
            int optionsLength,
            int idLength,
            int typeLength,
            long dataLength) {
        private static final int LENGTH = 12;
        private static final int UNCHANGED = 0;

        static Header read(InputStream in) throws IOException, Unreadable {
            byte[] bytes = in.readNBytes(LENGTH);
            if (bytes.length < LENGTH) {
                throw new CutShort();
            }
            if ((bytes[0] & 0xFF) >> 3 != VERSION) {
                throw malformed("a record has no header of version " + VERSION);
            }
            return new Header(
                    (bytes[0] & 4) != 0,
                    (bytes[0] & 2) != 0,
                    (bytes[0] & 1) != 0,
                    (bytes[1] & 0xF0) >> 4,
                    number(bytes, 2),
                    number(bytes, 4),
                    number(bytes, 6),
                    (long) number(bytes, 8) << 16 | number(bytes, 10));
        }

        private static int number(byte[] bytes, int at) {
            return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
        }
    }
}
