package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.redaction.SecretMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which columns of an answer are secret by what the query asks for, whatever they are called in the heading.
 *
 * @param all whether no column can be told from the secret ones
 * @param fromLeft places of secret columns, from 0
 * @param fromRight places counted from the last column, from 1, of those behind a star
 * @param columns how many columns the list names; -1 where a star stands for any number
 */
record SelectList(boolean all, Set<Integer> fromLeft, Set<Integer> fromRight, int columns) {
    static final SelectList OPEN = new SelectList(false, Set.of(), Set.of(), -1);

    private static final SelectList ALL = new SelectList(true, Set.of(), Set.of(), -1);
    private static final Pattern SECRET_TABLES = Pattern.compile("(?i)\\b(?:epassyncagentcfg|credential)\\b");
    private static final Pattern NAME = Pattern.compile("[\\w.]{2,200}+");
    private static final Pattern FILLER =
            Pattern.compile("\\s*+(?:(?:first|skip|limit)\\s++\\d{1,9}|distinct|unique|all)\\b");

    /** Reads a query, from its first {@code select} on. */
    static SelectList of(String query) {
        String text = LetterCase.lower(query);
        int select = text.indexOf("select");
        if (select < 0) {
            return namesSecret(text) ? ALL : OPEN;
        }
        List<String> items = new ArrayList<>();
        int rest = items(text, select + "select".length(), items);
        String behind = rest < 0 ? "" : text.substring(rest);
        boolean hidden = (behind.contains("select") || rest < 0) && namesSecret(rest < 0 ? text : behind);
        return hidden ? ALL : of(items);
    }

    private static SelectList of(List<String> items) {
        Set<Integer> left = new TreeSet<>();
        Set<Integer> right = new TreeSet<>();
        boolean star = false;
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i).strip();
            star |= item.equals("*") || item.endsWith(".*");
            if (namesSecret(item)) {
                left.addAll(star ? Set.of() : Set.of(i));
                right.addAll(star ? Set.of(items.size() - i) : Set.of());
            }
        }
        return new SelectList(false, left, right, star ? -1 : items.size());
    }

    /** Collects the items and says where the tables begin; -1 where the query ends before. */
    private static int items(String text, int from, List<String> items) {
        Matcher filler = FILLER.matcher(text);
        int begin = from;
        while (filler.region(begin, text.length()).lookingAt()) {
            begin = filler.end();
        }
        int depth = 0;
        for (int at = begin; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean tables = depth == 0 && c == 'f' && isWord(text, at, "from");
            if (depth == 0 && c == ',' || tables) {
                items.add(text.substring(begin, at));
                begin = at + 1;
            }
            if (tables) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isWord(String text, int at, String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '_')
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '_');
    }

    /** Whether a query names a table of which one column holds a secret. */
    static boolean namesSecretTable(String query) {
        return SECRET_TABLES.matcher(query).find();
    }

    /** Whether a text names a column that holds a secret. */
    static boolean namesSecret(String text) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (SecretMask.isSecretColumn(name.group())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the query asks for a secret by itself. */
    boolean isSecret() {
        return all || !fromLeft.isEmpty() || !fromRight.isEmpty();
    }

    /** Whether a column is secret in a table of so many. */
    boolean isSecret(int column, int of) {
        boolean otherTable = isSecret() && columns >= 0 && columns != of;
        return all || otherTable || fromLeft.contains(column) || fromRight.contains(of - column);
    }
}
