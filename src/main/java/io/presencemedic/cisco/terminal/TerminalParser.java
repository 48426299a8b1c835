package io.presencemedic.cisco.terminal;

/**
 * Turns the characters of a terminal session into what they tell the terminal to do (ECMA-48), one at a time, for the
 * live console and the pasted log alike. Colours, titles and modes are dropped; what changes the current line is passed
 * on.
 */
public final class TerminalParser {
    private static final char ESCAPE = 0x1b;
    private static final char BELL = 0x07;
    private static final char CANCEL = 0x18;
    private static final char SUBSTITUTE = 0x1a;
    private static final int MOST_PARAMETERS = 64;

    private final TerminalSink sink;
    private final StringBuilder parameters = new StringBuilder();
    private State state = State.TEXT;

    private enum State {
        TEXT,
        ESCAPED,
        DESIGNATION,
        CONTROL_SEQUENCE,
        STRING,
        STRING_ESCAPED
    }

    /** A parser in front of a terminal. */
    public TerminalParser(TerminalSink sink) {
        this.sink = sink;
    }

    /** Takes the next character of the session. */
    public void accept(char c) {
        switch (state) {
            case TEXT -> text(c);
            case ESCAPED -> escaped(c);
            case DESIGNATION -> state = State.TEXT;
            case CONTROL_SEQUENCE -> controlSequence(c);
            case STRING -> string(c);
            case STRING_ESCAPED -> stringEscaped(c);
        }
    }

    private void text(char c) {
        switch (c) {
            case ESCAPE -> state = State.ESCAPED;
            case '\n' -> sink.lineFeed();
            case '\r' -> sink.carriageReturn();
            case '\b' -> sink.move(-1);
            case '\t' -> sink.print(c);
            default -> {
                if (!Character.isISOControl(c)) {
                    sink.print(c);
                }
            }
        }
    }

    private void escaped(char c) {
        parameters.setLength(0);
        state = switch (c) {
            case '[' -> State.CONTROL_SEQUENCE;
            case ']', 'P', 'X', '^', '_' -> State.STRING;
            case '(', ')', '*', '+', '-', '.', '/', '#', '%', ' ' -> State.DESIGNATION;
            case ESCAPE -> State.ESCAPED;
            default -> State.TEXT;
        };
        if (c == '\n' || c == '\r') {
            text(c);
        }
    }

    private void controlSequence(char c) {
        if (c >= 0x20 && c < 0x40) {
            if (parameters.length() < MOST_PARAMETERS) {
                parameters.append(c);
            }
        } else if (c >= 0x40 && c < 0x7f) {
            state = State.TEXT;
            obey(c);
        } else if (c == ESCAPE) {
            state = State.ESCAPED;
        } else if (c == CANCEL || c == SUBSTITUTE || c > 0x7f) {
            state = State.TEXT;
        } else {
            // A sequence that was cut off takes nothing from the next line.
            state = c == '\n' ? State.TEXT : state;
            text(c);
        }
    }

    private void string(char c) {
        if (c == ESCAPE) {
            state = State.STRING_ESCAPED;
        } else if (c == BELL || c == CANCEL || c == SUBSTITUTE) {
            state = State.TEXT;
        } else if (c == '\n') {
            state = State.TEXT;
            text(c);
        }
    }

    private void stringEscaped(char c) {
        if (c == '\\') {
            state = State.TEXT;
        } else {
            escaped(c);
        }
    }

    /** The sequences that change what stands on the current line; all others are looks only. */
    private void obey(char command) {
        switch (command) {
            case 'K', 'J' -> sink.erase(part());
            case 'C' -> sink.move(Math.max(1, parameter(0)));
            case 'D' -> sink.move(-Math.max(1, parameter(0)));
            case 'G', '`' -> sink.column(Math.max(1, parameter(0)));
            case 'H', 'f' -> sink.position(Math.max(1, parameter(1)));
            default -> {
                return;
            }
        }
    }

    private TerminalSink.Part part() {
        return switch (parameter(0)) {
            case 1 -> TerminalSink.Part.TO_THE_START;
            case 2, 3 -> TerminalSink.Part.ALL;
            default -> TerminalSink.Part.TO_THE_END;
        };
    }

    private int parameter(int index) {
        String[] values = parameters.toString().split(";", -1);
        if (index >= values.length || !values[index].matches("\\d{1,5}")) {
            return 0;
        }
        return Integer.parseInt(values[index]);
    }
}
