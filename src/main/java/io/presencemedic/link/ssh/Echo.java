package io.presencemedic.link.ssh;

import io.presencemedic.cisco.terminal.TerminalSink;
import java.util.BitSet;

/**
 * Takes the echo of a command away from what follows it. The line editor of the platform wraps what is typed at the
 * terminal's width with blanks, carriage returns and line feeds, and may paint a part of it again; so blanks and line
 * ends do not count, and after a carriage return the echo may go on from any place that was already reached. What was
 * printed before the echo (such as a second prompt) goes away with it.
 */
final class Echo implements TerminalSink {
    private final Screen screen;
    private String expected = "";
    private BitSet reached = new BitSet();
    private int farthest;
    private Phase phase = Phase.DONE;

    private enum Phase {
        SEEKING,
        LINE_END,
        DONE
    }

    Echo(Screen screen) {
        this.screen = screen;
    }

    /** From now on the echo of this text is sought, and the screen is empty. */
    void expect(String text) {
        expected = text.replace(" ", "");
        farthest = 0;
        reached = start();
        phase = Phase.SEEKING;
        screen.clear();
    }

    /** Whether the whole echo was seen; only then does the screen show the answer alone. */
    boolean done() {
        return phase != Phase.SEEKING;
    }

    @Override
    public void print(char character) {
        if (phase == Phase.SEEKING) {
            screen.print(character);
            if (character != ' ') {
                advance(character);
            }
        } else if (phase == Phase.DONE || character != ' ') {
            phase = Phase.DONE;
            screen.print(character);
        }
    }

    private void advance(char character) {
        BitSet next = start();
        for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
            if (expected.charAt(at) == character) {
                next.set(at + 1);
                farthest = Math.max(farthest, at + 1);
            }
        }
        reached = next;
        if (farthest == expected.length()) {
            phase = Phase.LINE_END;
            screen.clear();
        }
    }

    private static BitSet start() {
        BitSet start = new BitSet();
        start.set(0);
        return start;
    }

    @Override
    public void lineFeed() {
        if (phase == Phase.LINE_END) {
            phase = Phase.DONE;
        } else {
            screen.lineFeed();
        }
    }

    @Override
    public void carriageReturn() {
        if (phase == Phase.SEEKING) {
            reached.set(0, farthest + 1);
        }
        if (phase != Phase.LINE_END) {
            screen.carriageReturn();
        }
    }

    @Override
    public void move(int columns) {
        if (phase == Phase.SEEKING) {
            reached.set(0, farthest + 1);
        }
        if (phase != Phase.LINE_END) {
            screen.move(columns);
        }
    }

    @Override
    public void erase(Part part) {
        if (phase != Phase.LINE_END) {
            screen.erase(part);
        }
    }
}
