package io.presencemedic.simulator.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a line as the platform does: each key acts as it is typed, and the echo is wrapped at the terminal's width. */
final class LineEditor {
    private static final String PROMPT = "admin:";
    private static final int INTERRUPT = 3;
    private static final int END = 4;
    private static final int BACKSPACE = 8;
    private static final int TAB = 9;
    private static final int LINE_FEED = 10;
    private static final int RETURN = 13;
    private static final int KILL = 21;
    private static final int ESCAPE = 27;
    private static final int DELETE = 127;

    private final Terminal terminal;
    private final Function<String, List<String>> completions;
    private ByteArrayOutputStream typed = new ByteArrayOutputStream();

    LineEditor(Terminal terminal, Function<String, List<String>> completions) {
        this.terminal = terminal;
        this.completions = completions;
    }

    /** Prompts, and waits for a line; empty when the client said good-bye. */
    Optional<String> read() throws IOException {
        typed = new ByteArrayOutputStream();
        terminal.write(PROMPT);
        for (; ; ) {
            int key = terminal.key();
            switch (key) {
                case RETURN, LINE_FEED -> {
                    terminal.write("\r\n");
                    return Optional.of(text());
                }
                case END -> {
                    if (typed.size() == 0) {
                        return Optional.empty();
                    }
                }
                case INTERRUPT -> {
                    terminal.write("^C\r\n");
                    return Optional.of("");
                }
                case BACKSPACE, DELETE -> erase(1);
                case KILL -> erase(typed.size());
                case TAB -> complete();
                case '?' -> help();
                case ESCAPE -> skipSequence();
                default -> insert(key);
            }
        }
    }

    private String text() {
        return typed.toString(StandardCharsets.UTF_8);
    }

    private void insert(int key) throws IOException {
        if (key < ' ') {
            return;
        }
        typed.write(key);
        terminal.write(key);
        if ((PROMPT.length() + typed.size()) % terminal.columns() == 0) {
            terminal.write(" \r");
        }
    }

    private void erase(int count) throws IOException {
        byte[] before = typed.toByteArray();
        int erased = Math.min(count, before.length);
        typed.reset();
        typed.write(before, 0, before.length - erased);
        terminal.write("\b \b".repeat(erased));
    }

    private void complete() throws IOException {
        List<String> candidates = completions.apply(text());
        if (candidates.size() == 1) {
            for (byte next : candidates.get(0).substring(text().length()).getBytes(StandardCharsets.UTF_8)) {
                insert(next);
            }
        } else {
            help();
        }
    }

    private void help() throws IOException {
        terminal.write("\r\n");
        for (String candidate : completions.apply(text())) {
            terminal.write("   " + candidate + "\r\n");
        }
        terminal.write("\r\n" + PROMPT + text());
    }

    private void skipSequence() throws IOException {
        int key = terminal.key();
        while (key == '[' || (key >= '0' && key <= '?')) {
            key = terminal.key();
        }
    }
}
