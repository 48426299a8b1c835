package io.presencemedic.diagnosis.paste;

import io.presencemedic.redaction.SecretTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of one table, and which of them are secret: by the heading, and by what the query asks for. */
final class SecretTable {
    private static final Pattern GROUP = Pattern.compile("[=-]++");
    private static final Pattern WORD = Pattern.compile("\\S++");

    private final List<int[]> columns = new ArrayList<>();
    private final Set<Integer> secret = new TreeSet<>();

    private SecretTable(String ruler) {
        Matcher group = GROUP.matcher(ruler);
        while (group.find()) {
            columns.add(new int[] {group.start(), group.end()});
        }
    }

    static SecretTable of(String heading, String ruler, SelectList query) {
        SecretTable table = new SecretTable(ruler);
        int count = table.columns.size();
        String[] words = heading.strip().split("\\s+");
        for (int i = 0; i < count; i++) {
            boolean byName = SelectList.namesSecret(table.cell(heading, i))
                    || words.length == count && SelectList.namesSecret(words[i]);
            if (byName || query.isSecret(i, count)) {
                table.secret.add(i);
            }
        }
        boolean unplaced = table.secret.isEmpty() && SelectList.namesSecret(heading);
        if (unplaced) {
            for (int i = 0; i < count; i++) {
                table.secret.add(i);
            }
        }
        return table;
    }

    /** Whether a line is a ruler: groups of one mark with blanks between them. */
    static boolean isRuler(String line) {
        boolean mark = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            mark |= c == '=' || c == '-';
            if (c != '=' && c != '-' && c != ' ' && c != '\t') {
                return false;
            }
        }
        return mark;
    }

    /** Whether two lines have as many words. */
    static boolean areAsMany(String heading, String ruler) {
        return words(heading).size() == words(ruler).size();
    }

    boolean isSecret() {
        return !secret.isEmpty();
    }

    private String cell(String line, int column) {
        int end = column + 1 < columns.size() ? columns.get(column + 1)[0] : line.length();
        int from = Math.min(columns.get(column)[0], line.length());
        return line.substring(from, Math.max(from, Math.min(end, line.length())));
    }

    /** The row with tokens in the place of its secrets: of all its words where its cells cannot be told apart. */
    String mask(String row, SecretTokens tokens) {
        List<int[]> words = words(row);
        boolean asMany = words.size() == columns.size();
        boolean under = isUnderRuler(row);
        if (under && !(asMany && endsEarly(row)) && hasItsSecrets(row)) {
            return byPlace(row, tokens);
        }
        if (!under && asMany) {
            return byWords(row, words, secret, tokens);
        }
        return maskAll(row, 0, tokens);
    }

    /** A line without them may be the rest of a secret that a width broke off. */
    private boolean hasItsSecrets(String row) {
        return secret.stream().noneMatch(column -> cellOf(row, column).isBlank());
    }

    private boolean endsEarly(String row) {
        return row.stripTrailing().length() <= columns.get(columns.size() - 1)[0];
    }

    private boolean isUnderRuler(String row) {
        int first = Math.min(columns.get(0)[0], row.length());
        if (row.indexOf('\t') >= 0 || !row.substring(0, first).isBlank()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            int from = columns.get(i)[0];
            boolean cut = from > 0 && from <= row.length() && row.charAt(from - 1) != ' ';
            boolean moved = from < row.length()
                    && row.charAt(from) == ' '
                    && !cellOf(row, i).isBlank();
            if (cut || moved) {
                return false;
            }
        }
        return true;
    }

    private String cellOf(String row, int column) {
        boolean last = column == columns.size() - 1;
        int from = Math.min(columns.get(column)[0], row.length());
        int to = last ? row.length() : Math.min(row.length(), columns.get(column)[1]);
        return row.substring(from, Math.max(from, to));
    }

    private String byPlace(String row, SecretTokens tokens) {
        StringBuilder masked = new StringBuilder(row);
        for (int column : secret) {
            String cell = cellOf(row, column);
            String value = cell.strip();
            if (!value.isEmpty()) {
                int from = columns.get(column)[0] + cell.indexOf(value);
                masked.replace(from, from + value.length(), tokens.of(value));
            }
        }
        return masked.toString();
    }

    private static String byWords(String row, List<int[]> words, Set<Integer> secret, SecretTokens tokens) {
        StringBuilder masked = new StringBuilder(row);
        for (int word : secret) {
            int[] place = words.get(word);
            masked.replace(place[0], place[1], tokens.of(row.substring(place[0], place[1])));
        }
        return masked.toString();
    }

    private static List<int[]> words(String row) {
        List<int[]> words = new ArrayList<>();
        Matcher word = WORD.matcher(row);
        while (word.find()) {
            words.add(new int[] {word.start(), word.end()});
        }
        return words;
    }

    /** Heading, ruler and one row on one line: the row with its secrets masked where it stands under the ruler. */
    static String maskFlat(String text, int rulerFrom, int rulerTo, SelectList query, SecretTokens tokens) {
        String ruler = text.substring(rulerFrom, rulerTo);
        String row = text.substring(rulerTo).strip();
        SecretTable table = new SecretTable(ruler);
        int count = table.columns.size();
        List<int[]> before = words(text.substring(0, rulerFrom));
        if (before.size() < count || words(row).size() != count) {
            return maskAll(text, rulerTo, tokens);
        }
        for (int i = 0; i < count; i++) {
            int[] name = before.get(before.size() - count + i);
            if (SelectList.namesSecret(text.substring(name[0], name[1])) || query.isSecret(i, count)) {
                table.secret.add(i);
            }
        }
        boolean told = table.isSecret() && table.isUnderRuler(row) && !table.endsEarly(row);
        return told ? text.substring(0, rulerTo) + " " + table.byPlace(row, tokens) : maskAll(text, rulerTo, tokens);
    }

    /** A text with one token in the place of all its words from a place on, so that nobody takes them for cells. */
    static String maskAll(String text, int from, SecretTokens tokens) {
        int begin = from;
        while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        if (begin == text.length()) {
            return text;
        }
        for (int[] word : words(text.substring(begin))) {
            tokens.unattributed(text.substring(begin + word[0], begin + word[1]));
        }
        String rest = text.substring(begin);
        String end = rest.substring(rest.stripTrailing().length());
        return text.substring(0, begin) + tokens.ofAll(rest.stripTrailing()) + end;
    }
}
