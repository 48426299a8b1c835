package io.presencemedic.simulator.ssh;

import io.presencemedic.simulator.command.Interrupted;
import io.presencemedic.simulator.command.Output;
import io.presencemedic.simulator.model.SimulatedTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Prints answers on the terminal, stopping at each page where that is wanted. */
final class PagedOutput implements Output {
    private static final String MORE =
            "\u001b[1mPress <enter> for 1 line, <space> for one page, or <q> to quit \u001b[0m";
    private static final String ERASE = "\r\u001b[K";
    private static final int INTERRUPT = 3;

    private final Terminal terminal;
    private final SimulatedTime time;
    private boolean paged = true;
    private boolean pagesNow = true;
    private boolean quit;
    private int shells;
    private Duration late = Duration.ZERO;

    PagedOutput(Terminal terminal, SimulatedTime time) {
        this.terminal = terminal;
        this.time = time;
    }

    void beginAnswer(Duration lineDelay) {
        pagesNow = paged;
        quit = false;
        late = lineDelay;
        shells = page();
    }

    @Override
    public void line(String text) {
        try {
            print(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void pause(Duration pause) {
        time.pause(pause);
        try {
            if (terminal.pressed(INTERRUPT)) {
                throw new Interrupted();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean confirm(String question, String wanted) {
        try {
            terminal.write(question);
            StringBuilder typed = new StringBuilder();
            for (int key = terminal.key(); key != '\r' && key != '\n'; key = terminal.key()) {
                if (key == INTERRUPT) {
                    throw new Interrupted();
                }
                typed.append((char) key);
                terminal.write(key);
            }
            terminal.write("\r\n");
            return typed.toString().strip().equals(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void view(List<String> lines) {
        if (!pagesNow) {
            lines.forEach(this::line);
            return;
        }
        try {
            new FileViewer(terminal, lines).show();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean paged() {
        return paged;
    }

    @Override
    public void paged(boolean on) {
        paged = on;
        pagesNow = on;
    }

    @Override
    public void pageThisAnswer() {
        pagesNow = true;
    }

    private void print(String text) throws IOException {
        if (quit) {
            return;
        }
        int height = 1 + Math.max(0, text.length() - 1) / terminal.columns();
        if (pagesNow && shells < height) {
            askForMore();
        }
        if (quit) {
            return;
        }
        if (!late.isZero()) {
            time.pauseOnWall(late);
        }
        terminal.write(text + "\r\n");
        shells -= height;
    }

    private void askForMore() throws IOException {
        terminal.write(MORE);
        for (; ; ) {
            switch (terminal.key()) {
                case ' ' -> shells = page();
                case '\r', '\n' -> shells = 1;
                case 'q', 'Q' -> quit = true;
                default -> {
                    continue;
                }
            }
            terminal.write(ERASE);
            return;
        }
    }

    private int page() {
        return Math.max(1, terminal.rows() - 1);
    }
}
