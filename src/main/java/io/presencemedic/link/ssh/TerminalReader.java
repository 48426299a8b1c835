package io.presencemedic.link.ssh;

import io.presencemedic.cisco.terminal.TerminalParser;
import io.presencemedic.cisco.terminal.TerminalSink;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes the bytes of a terminal session. However they are cut into pieces, the result is the same. */
final class TerminalReader {
    private final TerminalParser parser;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer undecoded = ByteBuffer.allocate(0);

    TerminalReader(TerminalSink sink) {
        parser = new TerminalParser(sink);
    }

    void accept(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(undecoded.remaining() + length);
        in.put(undecoded).put(bytes, offset, length).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        decoder.decode(in, out, false);
        undecoded = in.slice();
        out.flip();
        while (out.hasRemaining()) {
            parser.accept(out.get());
        }
    }
}
