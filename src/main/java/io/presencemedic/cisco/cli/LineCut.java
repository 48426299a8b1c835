package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the platform's words out of a line around which somebody wrote: marks, labels, bullets and remarks, or a
 * sentence in which rows of services are quoted. Where nothing can be told apart nothing is cut.
 */
public final class LineCut {
    private static final int LONGEST = 1000;
    private static final String TRAILER = "Primary Node";
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_ENDS = 8;
    private static final String MARKS = "-=>*#!+|_~`'\"<.:;()[]{}→←•»«·^?,";
    private static final String QUOTES = "\"'`\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb";
    private static final Pattern QUOTED =
            Pattern.compile("[-*+ ]{0,4}+[" + QUOTES + "]([^\\[\\]" + QUOTES + "]{1,120}+)[" + QUOTES + "] *+(\\[.*+)");
    private static final String REMARK_BEGINS = "<#!;(/-=*←→«|\"'`~?^[{,>";

    private final String line;

    private LineCut(String line) {
        this.line = line;
    }

    /** The platform's part of a line; empty where there is none. */
    public static Optional<String> of(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return PrintedLine.isWhole(text) ? Optional.of(text) : new LineCut(text).cut();
    }

    /** The line without quotes around a known service in front of its state, which are no part of its name. */
    public static String unquoted(String text) {
        Matcher row = QUOTED.matcher(text);
        return text.length() <= LONGEST
                        && row.matches()
                        && ServiceCatalog.find(row.group(1)).isPresent()
                ? row.group(1) + row.group(2)
                : text;
    }

    private Optional<String> cut() {
        for (int from : begins()) {
            for (int to : ends(from)) {
                String part = line.substring(from, to).strip();
                if (PrintedLine.isWhole(part)) {
                    return Optional.of(part);
                }
            }
        }
        return PrintedForms.find(line).isPresent() ? Optional.empty() : services();
    }

    /** Where the platform's words may begin: at once, behind marks, behind a label. */
    private List<Integer> begins() {
        List<Integer> begins = new ArrayList<>(List.of(0));
        int at = afterMarks(0);
        if (at > 0 && at < line.length()) {
            begins.add(at);
        }
        int digits = at;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        int behind = afterMarks(digits);
        if (digits > at && behind > digits && behind < line.length()) {
            begins.add(behind);
        }
        int colon = line.indexOf(": ");
        if (colon > 0 && colon < LONGEST_LABEL) {
            begins.add(afterMarks(colon));
        }
        return begins;
    }

    private int afterMarks(int from) {
        int at = from;
        while (at < line.length() && (MARKS.indexOf(line.charAt(at)) >= 0 || line.charAt(at) == ' ')) {
            at++;
        }
        return at;
    }

    /** Where they may end, the last place first: in front of marks, and of what begins with one. */
    private List<Integer> ends(int from) {
        List<Integer> ends = new ArrayList<>();
        int marks = line.length();
        while (marks > from && "*_`~|\"'".indexOf(line.charAt(marks - 1)) >= 0) {
            marks--;
        }
        ends.add(marks);
        for (int at = from + 1; at < line.length() && ends.size() < MOST_ENDS; at++) {
            if (Character.isWhitespace(line.charAt(at - 1)) && REMARK_BEGINS.indexOf(line.charAt(at)) >= 0) {
                ends.add(at);
            }
        }
        return ends;
    }

    /** The rows of services that are quoted in a line; empty where one of them cannot be told apart. */
    private Optional<String> services() {
        StringBuilder rows = new StringBuilder();
        int from = 0;
        for (int open = line.indexOf('['); open >= 0; open = line.indexOf('[', open + 1)) {
            int close = line.indexOf(']', open);
            boolean state = close > 0
                    && ServiceState.ofWord(line.substring(open + 1, close)).isPresent();
            Optional<Integer> name = state ? ServiceNames.knownAtEnd(line.substring(from, open)) : Optional.empty();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            int note = note(close + 1);
            if (note < 0) {
                return Optional.empty();
            }
            rows.append(rows.isEmpty() ? "" : " ").append(line, from + name.get(), note);
            from = note;
        }
        int trailer = line.indexOf(TRAILER, from);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(trailer < 0 ? rows.toString() : rows + " " + line.substring(trailer));
    }

    /** The end of a row's note; behind it a remark may stand, but nothing that could be a note itself. */
    private int note(int close) {
        int at = close;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        int length = ServiceNotes.lengthAtStart(line.substring(at));
        int end = length > 0 ? at + length : close;
        if (length > 0 || at == line.length()) {
            return end;
        }
        char next = line.charAt(at);
        boolean remark = Character.isLowerCase(next) || MARKS.indexOf(next) >= 0;
        boolean row = line.indexOf('[', at) > 0 && Character.isUpperCase(next);
        return remark || row ? end : -1;
    }
}
