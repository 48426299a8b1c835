package io.presencemedic.simulator.ssh;

import java.io.IOException;
import java.util.List;

/** The viewer for files, with a pager that is unlike that of other answers. */
final class FileViewer {
    private static final int PAGE = 20;

    private final Terminal terminal;
    private final List<String> lines;

    FileViewer(Terminal terminal, List<String> lines) {
        this.terminal = terminal;
        this.lines = lines;
    }

    void show() throws IOException {
        int first = 0;
        while (first >= 0) {
            int end = Math.min(first + PAGE, lines.size());
            for (String line : lines.subList(first, end)) {
                terminal.write(line + "\r\n");
            }
            if (end == lines.size()) {
                terminal.write("\r\nend of the file reached\r\n");
            }
            terminal.write("\u001b[1m\r\noptions: q=quit, n=next, p=prev, b=begin, e=end (lines " + (first + 1) + " - "
                    + end + " of " + lines.size() + ") :\u001b[0m ");
            first = next(first);
            terminal.write("\r\n");
        }
    }

    /** The first line of the page that a key calls for; -1 to quit. */
    private int next(int first) throws IOException {
        int last = Math.max(0, (lines.size() - 1) / PAGE * PAGE);
        for (; ; ) {
            switch (terminal.key()) {
                case 'q' -> {
                    return -1;
                }
                case 'n' -> {
                    return Math.min(first + PAGE, last);
                }
                case 'p' -> {
                    return Math.max(0, first - PAGE);
                }
                case 'b' -> {
                    return 0;
                }
                case 'e' -> {
                    return last;
                }
                default -> {}
            }
        }
    }
}
