package io.presencemedic.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The lines of a text, read and written without loss whatever bytes it consists of: a unit of the encoding is taken as
 * a character, one byte or two.
 */
final class LineReader {
    /** Characters after which a line is handed out in pieces. */
    private static final int LONGEST = 1 << 16;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int width;
    private final boolean littleEndian;
    private final byte[] bytes = new byte[BUFFER];
    private final byte[] written = new byte[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int limit;
    private boolean atEnd;
    private String end = "";

    LineReader(InputStream in, FileType form) {
        this.in = in;
        this.width = form == FileType.TEXT ? 1 : 2;
        this.littleEndian = form == FileType.UTF_16_LITTLE_ENDIAN;
    }

    /** Goes to the next line, or to more of one that is too long; false behind the last. */
    boolean next() throws IOException {
        end = "";
        while (line.length() < LONGEST) {
            if (!available()) {
                atEnd = true;
                return line.length() > 0;
            }
            char c = unit();
            at += width;
            if (c == '\n' || c == '\r') {
                end = c == '\n' ? "\n" : carriageReturn();
                return true;
            }
            line.append(c);
        }
        return true;
    }

    private String carriageReturn() throws IOException {
        if (available() && unit() == '\n') {
            at += width;
            return "\r\n";
        }
        return "\r";
    }

    /** Whether the line goes on behind what is there of it. */
    boolean goesOn() {
        return end.isEmpty() && !atEnd;
    }

    /** The line as far as it is there, without its end. */
    String text() {
        return line.toString();
    }

    /** Lets go of the line's beginning, or of all of it. */
    void drop(int characters) {
        line.delete(0, characters);
    }

    /** Writes a text, and the line's end behind it. */
    void write(String text, OutputStream out) throws IOException {
        int filled = 0;
        for (int i = 0; i < text.length() + end.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : end.charAt(i - text.length());
            if (width == 1) {
                written[filled++] = (byte) c;
            } else {
                written[filled++] = (byte) (littleEndian ? c : c >> 8);
                written[filled++] = (byte) (littleEndian ? c >> 8 : c);
            }
            if (filled == BUFFER) {
                out.write(written, 0, filled);
                filled = 0;
            }
        }
        out.write(written, 0, filled);
    }

    /** Writes what is too short to be a unit, behind the last line. */
    void writeRest(OutputStream out) throws IOException {
        out.write(bytes, at, limit - at);
    }

    private char unit() {
        int first = bytes[at] & 0xFF;
        if (width == 1) {
            return (char) first;
        }
        int second = bytes[at + 1] & 0xFF;
        return (char) (littleEndian ? second << 8 | first : first << 8 | second);
    }

    private boolean available() throws IOException {
        while (limit - at < width) {
            System.arraycopy(bytes, at, bytes, 0, limit - at);
            limit -= at;
            at = 0;
            int read = in.read(bytes, limit, BUFFER - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }
}
