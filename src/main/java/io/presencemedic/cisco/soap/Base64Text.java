package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Decodes base64 that comes in pieces, with blanks anywhere, and passes the bytes on. */
final class Base64Text {
    private static final int GROUP = 4;

    private final OutputStream out;
    private final byte[] pending = new byte[8192];
    private int length;
    private boolean padded;
    private boolean malformed;

    Base64Text(OutputStream out) {
        this.out = out;
    }

    void add(char[] text, int start, int count) throws XMLStreamException {
        for (int i = start; i < start + count; i++) {
            if (text[i] > ' ') {
                malformed |= text[i] > '~' || padded && text[i] != '=';
                padded |= text[i] == '=';
                pending[length++] = (byte) text[i];
                if (length == pending.length) {
                    flush();
                }
            }
        }
    }

    /** Passes on what is left. */
    void end(XMLStreamReader at) throws XMLStreamException, Unreadable {
        malformed |= length % GROUP != 0;
        flush();
        if (malformed) {
            throw new Unreadable(at.getLocation().getLineNumber(), "", "the file's base64 is malformed");
        }
    }

    private void flush() throws XMLStreamException {
        if (malformed) {
            length = 0;
            return;
        }
        try {
            String text = new String(pending, 0, length, StandardCharsets.US_ASCII);
            out.write(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            malformed = true;
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
        length = 0;
    }
}
