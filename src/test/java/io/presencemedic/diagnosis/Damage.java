package io.presencemedic.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something that can happen to an answer on its way. No damage turns a letter or digit into another one that could
 * stand in its place: that cannot be noticed by anybody.
 *
 * @param kind what happens
 * @param place where, as a share of the answer, 0 to 1
 * @param character what is put in
 */
record Damage(Kind kind, double place, char character) {
    enum Kind {
        CHARACTER_LOST,
        CHARACTER_REPLACED,
        CHARACTER_ADDED,
        END_LOST,
        LINE_CUT,
        LINES_JOINED,
        LINE_REPEATED,
        LINE_LOST
    }

    String to(String answer) {
        int at = (int) (place * Math.max(0, answer.length() - 1));
        return switch (kind) {
            case CHARACTER_LOST -> answer.isEmpty() ? "" : answer.substring(0, at) + answer.substring(at + 1);
            case CHARACTER_REPLACED ->
                answer.isEmpty() ? "" : answer.substring(0, at) + character + answer.substring(at + 1);
            case CHARACTER_ADDED -> answer.substring(0, at) + character + answer.substring(at);
            case END_LOST -> answer.substring(0, at);
            case LINE_CUT, LINES_JOINED, LINE_REPEATED, LINE_LOST -> lines(answer);
        };
    }

    private String lines(String answer) {
        List<String> lines = new ArrayList<>(Arrays.asList(answer.split("\n", -1)));
        int at = (int) (place * (lines.size() - 1));
        String line = lines.get(at);
        switch (kind) {
            case LINE_CUT -> lines.set(at, line.substring(0, (int) (line.length() * (place * 7 % 1))));
            case LINES_JOINED -> {
                if (at + 1 < lines.size()) {
                    lines.set(at, line + lines.remove(at + 1));
                }
            }
            case LINE_REPEATED -> lines.add(at, line);
            case LINE_LOST -> lines.remove(at);
            case CHARACTER_LOST, CHARACTER_REPLACED, CHARACTER_ADDED, END_LOST -> throw new IllegalStateException();
        }
        return String.join("\n", lines);
    }
}
