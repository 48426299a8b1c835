package io.presencemedic.link.ssh;

import java.util.List;

/** Reads a piece of a terminal session as the text that a person would see: bytes in, lines out. */
final class TerminalText {
    private final Screen screen = new Screen();
    private final TerminalReader reader = new TerminalReader(screen);

    /** Reads some more bytes. */
    TerminalText read(byte[] bytes) {
        reader.accept(bytes, 0, bytes.length);
        return this;
    }

    /** The lines so far; the last one only if it is not empty. */
    List<String> lines() {
        return screen.lines();
    }
}
