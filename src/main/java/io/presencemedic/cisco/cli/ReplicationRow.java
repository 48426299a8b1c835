package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.ReplicationNode;
import io.presencemedic.cisco.ReplicationNodeBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of the replication table from the left, since the columns' places differ between releases. A row that is
 * cut short does not tell what it lacks, and its last words are the known ones that alone begin so.
 */
final class ReplicationRow {
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}][\\w.-]{0,253}");
    /** A digit, dot or colon tells an address from the words of a heading. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?=[\\w.:-]{0,253}[\\d.:])(?:[\\p{XDigit}:][\\p{XDigit}:.]{1,45}|[\\w][\\w.-]{1,253})");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern FLAGS = Pattern.compile("(?i)[YN?-](/[YN?-]){2}|Yes|No");
    private static final Pattern QUEUE = Pattern.compile("\\d{1,9}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z/_-]{0,30}|N/A|-{1,3}|\\?");
    private static final Pattern TAIL = Pattern.compile("(?:\\((?<group>g_\\d{1,6}|-)\\)(?:\\s+|$))?"
            + "(?:\\((?<setup>\\d|-)\\)(?<text>\\s+\\S.*)?|\\((?:g_?\\d{0,6}|\\d|-)?)?");
    private static final List<String> KNOWN_TEXTS = List.of(
            "Setup Completed",
            "Setup Failed",
            "Setup Incomplete",
            "PUB Setup Completed",
            "PUB Setup Failed",
            "PUB Setup Incomplete",
            "Not Setup",
            "Not Started",
            "Out Of Sync",
            "DB Active-Failed",
            "Initializing",
            "Setup In Progress",
            "Off-Line",
            "Offline");
    private static final Pattern CUT_LETTERS = Pattern.compile("(?i)[YN?](?:/(?:[YN?]/?)?)?");
    private static final String GOOD_SETUP = String.valueOf(ReplicationNode.SETUP_GOOD);
    private static final List<String> GOOD_WORDS = List.of("connected", "match");

    private ReplicationRow() {}

    /** Whether nothing of a row's line is missing: it ends with its setup, whose words are known. */
    static boolean isWhole(String line, ReplicationNode row) {
        return row.setup() != null
                && isKnown(row.setupText())
                && singleBlanks(line).endsWith(row.setupText());
    }

    private static boolean isKnown(String text) {
        return text.isEmpty() || KNOWN_TEXTS.stream().anyMatch(text::equalsIgnoreCase);
    }

    /** The known texts that may be meant: a cut one may be any that begins so. */
    private static List<String> meant(String text) {
        return isKnown(text)
                ? List.of(text)
                : KNOWN_TEXTS.stream()
                        .filter(known -> known.regionMatches(true, 0, text, 0, text.length()))
                        .toList();
    }

    private static String singleBlanks(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Whether a line is a row that needs no heading: it names its letters and its group or its setup. */
    static boolean explainsItself(String line) {
        return read(line)
                .filter(row -> row.dbRpcDbMon() != null && (row.group() != null || row.setup() != null))
                .isPresent();
    }

    static Optional<ReplicationNode> read(String line) {
        int open = line.indexOf('(');
        String front = open < 0 ? line : line.substring(0, open);
        Matcher tail = TAIL.matcher(open < 0 ? "" : line.substring(open));
        List<String> cells = Arrays.asList(front.strip().split("\\s+"));
        if (!tail.matches() || cells.size() < 3 || !named(cells)) {
            return Optional.empty();
        }
        List<String> rest = cells.subList(3, cells.size());
        return rest.stream().allMatch(ReplicationRow::isCell) ? Optional.of(node(cells, rest, tail)) : Optional.empty();
    }

    private static boolean named(List<String> cells) {
        return NAME.matcher(cells.get(0)).matches()
                && ADDRESS.matcher(cells.get(1)).matches()
                && (NUMBER.matcher(cells.get(2)).matches() || isCell(cells.get(2)));
    }

    private static boolean isCell(String cell) {
        return FLAGS.matcher(cell).matches()
                || QUEUE.matcher(cell).matches()
                || WORD.matcher(cell).matches();
    }

    private static ReplicationNode node(List<String> cells, List<String> rest, Matcher tail) {
        String setup = tail.group("setup");
        String text = tail.group("text") == null ? "" : singleBlanks(tail.group("text"));
        List<String> meant = meant(text);
        boolean sure = meant.size() <= 1 || !GOOD_SETUP.equals(setup);
        String group = tail.group("group");
        return new ReplicationNodeBuilder()
                .name(cells.get(0))
                .address(cells.get(1))
                .pingMs(NUMBER.matcher(cells.get(2)).matches() ? Double.valueOf(cells.get(2)) : null)
                .dbRpcDbMon(first(FLAGS, rest))
                .queue(queue(rest))
                .group("-".equals(group) ? null : group)
                .setup(setup == null || setup.equals("-") ? null : Integer.valueOf(setup))
                .setupTold(setup != null && sure)
                .setupText(meant.size() == 1 ? meant.get(0) : text)
                .connected(whole(rest, tail).stream().allMatch(ReplicationRow::isGood))
                .build();
    }

    /** Without the letters that the edge cut. */
    private static List<String> whole(List<String> cells, Matcher tail) {
        int last = cells.size() - 1;
        boolean cut = last >= 0
                && tail.end() == 0
                && CUT_LETTERS.matcher(cells.get(last)).matches();
        return cut ? cells.subList(0, last) : cells;
    }

    /** The first such cell: the older tables have a second one behind the queue. */
    private static @Nullable String first(Pattern form, List<String> cells) {
        return cells.stream()
                .filter(cell -> form.matcher(cell).matches())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer queue(List<String> cells) {
        String queue = first(QUEUE, cells);
        return queue == null ? null : Integer.valueOf(queue);
    }

    private static boolean isGood(String cell) {
        return QUEUE.matcher(cell).matches()
                || cell.matches("(?i)Y/Y/Y|Yes|-{1,3}")
                || GOOD_WORDS.contains(LetterCase.lower(cell));
    }
}
