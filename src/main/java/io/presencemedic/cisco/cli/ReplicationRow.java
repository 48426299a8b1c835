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
 * cut short lacks its setup and is therefore not good.
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
    private static final Pattern TAIL = Pattern.compile(
            "(?:\\((?<group>g_\\d{1,6}|-)\\)(?:\\s+|$))?" + "(?:\\((?<setup>\\d|-)\\)(?<text>\\s+\\S.*)?)?");
    private static final Pattern KNOWN_TEXT = Pattern.compile("(?i)|(?:PUB )?Setup (?:Completed|Failed|Incomplete)"
            + "|Not Setup|Not Started|Out Of Sync|DB Active-Failed|Initializing|Setup In Progress|Off-?Line");
    private static final List<String> GOOD_WORDS = List.of("connected", "match");

    private ReplicationRow() {}

    /** Whether the words behind the state of a setup are known, so that nothing of them is missing. */
    static boolean isKnownText(String text) {
        return KNOWN_TEXT.matcher(text).matches();
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
        String text = tail.group("text");
        String group = tail.group("group");
        return new ReplicationNodeBuilder()
                .name(cells.get(0))
                .address(cells.get(1))
                .pingMs(NUMBER.matcher(cells.get(2)).matches() ? Double.valueOf(cells.get(2)) : null)
                .dbRpcDbMon(first(FLAGS, rest))
                .queue(queue(rest))
                .group("-".equals(group) ? null : group)
                .setup(setup == null || setup.equals("-") ? null : Integer.valueOf(setup))
                .setupText(text == null ? "" : text.strip().replaceAll("\\s+", " "))
                .connected(rest.stream().allMatch(ReplicationRow::isGood))
                .build();
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
