package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.cisco.terminal.Pager;
import io.presencemedic.cisco.terminal.TerminalParser;
import io.presencemedic.cisco.terminal.TerminalSink;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays the characters of a terminal log: line ends of every kind, colours, erasures, corrections by backspace, the
 * pager, and the blank with which a shell breaks a long command at the edge of the window.
 */
final class TerminalScreen implements TerminalSink {
    private static final String FURTHER_LINE_ENDS = "\013\f\u0085\u2028\u2029";
    private static final int WIDEST_JUMP = 500;
    private static final int LONGEST_COMMAND = 4000;
    private static final Pattern COLOURS_BEFORE = Pattern.compile("\\[\\d{0,2}m$");
    private static final Pattern COLOURS_BEHIND = Pattern.compile("(?: ?\\[\\d{0,2}[mK]){0,9}+");

    /** What somebody typed at the pager's question. */
    private static final Pattern PAGER_KEY = Pattern.compile("\\s{0,4}[qnbpe]\\s{0,4}");

    private final String text;
    private final boolean onlyCarriageReturns;
    private final List<SourceLine> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int cursor;
    private boolean looked;
    private boolean command;
    private int number = 1;
    private int at;

    TerminalScreen(String text) {
        this.text = text;
        onlyCarriageReturns = text.indexOf('\n') < 0;
    }

    List<SourceLine> lines() {
        TerminalParser parser = new TerminalParser(this);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (FURTHER_LINE_ENDS.indexOf(c) >= 0) {
                endLine();
            } else {
                parser.accept(c);
            }
        }
        if (!line.isEmpty()) {
            endLine();
        }
        return lines;
    }

    @Override
    public void lineFeed() {
        endLine();
        number++;
    }

    @Override
    public void print(char c) {
        char plain = c == '\t' ? c : PlainCharacter.of(c);
        if (plain == PlainCharacter.NONE) {
            return;
        }
        if (cursor < line.length()) {
            line.setCharAt(cursor, plain);
        } else {
            line.append(plain);
        }
        cursor++;
    }

    @Override
    public void carriageReturn() {
        if (onlyCarriageReturns) {
            endLine();
            number++;
            return;
        }
        while (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            return;
        }
        if (brokenCommand()) {
            line.setLength(line.length() - 1);
            cursor = line.length();
        } else if (erasedNext()) {
            cursor = 0;
        } else if (!line.toString().isBlank()) {
            endLine();
        } else {
            cursor = 0;
            line.setLength(0);
        }
    }

    /** Whether the terminal goes on by erasing the line to which it has just returned. */
    private boolean erasedNext() {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return text.startsWith("\u001b[K", next) || text.startsWith("\u001b[2K", next);
    }

    /** Whether a command that is being typed goes on in the next row of the window. */
    private boolean brokenCommand() {
        int end = line.length();
        return end > 0
                && end < LONGEST_COMMAND
                && cursor == end
                && line.charAt(end - 1) == ' '
                && at < text.length()
                && text.charAt(at) >= ' '
                && isCommand();
    }

    /** Looked for once in each line, which begins with its prompt or never will. */
    private boolean isCommand() {
        if (!looked) {
            looked = true;
            command = Prompt.at(line.toString())
                    .filter(prompt -> !prompt.typed().isEmpty())
                    .isPresent();
        }
        return command;
    }

    @Override
    public void move(int columns) {
        int target = Math.max(0, cursor + Math.min(WIDEST_JUMP, columns));
        while (line.length() < Math.min(target, LONGEST_COMMAND)) {
            line.append(' ');
        }
        cursor = Math.min(target, line.length());
    }

    @Override
    public void column(int column) {
        cursor = 0;
        move(column - 1);
    }

    /** Of a window's rows a log knows nothing but that they follow each other. */
    @Override
    public void position(int column) {
        endLine();
    }

    @Override
    public void erase(Part part) {
        switch (part) {
            case TO_THE_END -> line.setLength(Math.min(cursor, line.length()));
            case TO_THE_START -> {
                for (int i = 0; i < Math.min(cursor + 1, line.length()); i++) {
                    line.setCharAt(i, ' ');
                }
            }
            case ALL -> {
                line.setLength(0);
                cursor = 0;
            }
        }
    }

    /** A line without the questions of pagers, and the colours of which the escapes are lost. */
    private static String unpaged(String line) {
        if (Pager.isEndOfFile(line)) {
            return "";
        }
        StringBuilder left = new StringBuilder();
        int from = 0;
        for (Pager pager : Pager.all(line)) {
            String before = line.substring(from, Math.max(from, pager.begin()));
            String tail = before.substring(Math.max(0, before.length() - 6));
            left.append(before, 0, before.length() - tail.length())
                    .append(COLOURS_BEFORE.matcher(tail).replaceFirst(""));
            Matcher behind = COLOURS_BEHIND.matcher(line).region(pager.end(), line.length());
            from = behind.lookingAt() ? behind.end() : pager.end();
        }
        boolean key = from > 0 && PAGER_KEY.matcher(line.substring(from)).matches();
        return key ? left.toString() : left.append(line, from, line.length()).toString();
    }

    private void endLine() {
        String all = line.toString();
        boolean paged = Pager.mayBeIn(all);
        String left = paged ? unpaged(all) : all;
        if (!paged || !left.isBlank()) {
            lines.add(new SourceLine(number, left));
        }
        line.setLength(0);
        cursor = 0;
        looked = false;
        command = false;
    }
}
