package io.presencemedic.link.ssh;

import io.presencemedic.cisco.terminal.TerminalSink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines that a terminal of unlimited width would show: text after a lone carriage return replaces what stood there.
 * Lines that were ended stay as they are; only the last one still changes.
 */
final class Screen implements TerminalSink {
    private static final int FARTHEST_MOVE = 4096;

    private final List<String> ended = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int column;
    private long size;
    private boolean pagerGone;
    private int looked;

    @Override
    public void print(char character) {
        pagerGone = false;
        while (current.length() < column) {
            current.append(' ');
            size++;
        }
        if (column < current.length()) {
            current.setCharAt(column, character);
        } else {
            current.append(character);
            size++;
        }
        column++;
    }

    @Override
    public void lineFeed() {
        if (pagerGone) {
            pagerGone = false;
        } else {
            ended.add(current.toString());
            size++;
        }
        current.setLength(0);
        column = 0;
    }

    @Override
    public void carriageReturn() {
        column = 0;
    }

    @Override
    public void move(int columns) {
        int target = Math.max(0, column + columns);
        column = columns > 0 ? Math.min(target, Math.max(column, FARTHEST_MOVE)) : target;
    }

    @Override
    public void erase(Part part) {
        pagerGone = false;
        switch (part) {
            case TO_THE_END -> current.setLength(Math.min(column, current.length()));
            case TO_THE_START -> {
                int erased = Math.min(column + 1, current.length());
                for (int i = 0; i < erased; i++) {
                    current.setCharAt(i, ' ');
                }
                size += erased;
            }
            case ALL -> current.setLength(0);
        }
    }

    /** The lines that were ended. */
    List<String> ended() {
        return List.copyOf(ended);
    }

    /** The last line, which no line feed has ended yet. */
    String current() {
        return current.toString();
    }

    /** The lines that were ended since the last call. */
    Stream<String> newLines() {
        List<String> fresh = List.copyOf(ended.subList(Math.min(looked, ended.size()), ended.size()));
        looked = ended.size();
        return fresh.stream();
    }

    /** Every line; the last one only if it is not empty. */
    List<String> lines() {
        List<String> all = new ArrayList<>(ended);
        if (!current.isEmpty()) {
            all.add(current.toString());
        }
        return all;
    }

    /** The end of the last line, of at most so many characters. */
    String end(int most) {
        return current.substring(Math.max(0, current.length() - most));
    }

    /** How many characters the last line has. */
    int length() {
        return current.length();
    }

    /** How many characters have been printed or erased so far. */
    long size() {
        return size;
    }

    /** Takes a pager's question from the end of the last line, with the line end that may follow it. */
    void dropPager(int from) {
        current.setLength(from);
        column = from;
        pagerGone = from == 0;
    }

    /** Takes the last ended line away if it says this; says whether it did. */
    boolean dropLastIf(String text) {
        boolean says = !ended.isEmpty() && ended.get(ended.size() - 1).strip().equalsIgnoreCase(text);
        if (says) {
            ended.remove(ended.size() - 1);
        }
        return says;
    }

    void clear() {
        ended.clear();
        current.setLength(0);
        column = 0;
        size = 0;
        looked = 0;
        pagerGone = false;
    }
}
