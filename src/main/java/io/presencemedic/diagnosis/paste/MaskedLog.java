package io.presencemedic.diagnosis.paste;

import io.presencemedic.cisco.cli.PrintedLine;
import io.presencemedic.cisco.cli.QueryTables;
import io.presencemedic.diagnosis.fact.SourceLine;
import io.presencemedic.diagnosis.paste.text.CommandStart;
import io.presencemedic.redaction.SecretMask;
import io.presencemedic.redaction.SecretTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of a log before anything else is decided about it. A query says by its own list which columns
 * are secret, a heading by its names; where a cell cannot be told apart, all that follows is masked up to the next
 * command.
 */
final class MaskedLog {
    private static final Pattern QUERY = Pattern.compile("(?i)\\brun\\s++sql\\s++(?=select\\b)");
    private static final Pattern RULER_INSIDE = Pattern.compile("(?<=\\s)={2,}+(?:\\s++=++){0,60}+(?=\\s|$)");
    private static final int MOST_OF_A_QUERY = 30;
    /** Several times what the platform takes; behind it, no line is read once for each query above it. */
    private static final int LONGEST_QUERY = 16_000;

    private static final int LONGEST_TABLE = 20;
    private static final int MOST_OF_A_HEADING = 10;
    /** A query that ends before this edge was broken by none. */
    private static final int NARROWEST_WINDOW = 60;

    private final List<SourceLine> lines;
    private final List<SourceLine> masked = new ArrayList<>();
    private final SecretTokens tokens = new SecretTokens();
    private final SecretMask words = new SecretMask();
    private @Nullable SelectList query;
    private @Nullable SecretTable table;
    private boolean hidesAll;
    private boolean asksSecretTable;
    private boolean goesOn;
    private int last = -1;

    private MaskedLog(List<SourceLine> lines) {
        this.lines = lines;
    }

    static List<SourceLine> of(List<SourceLine> lines, ReadingBudget budget) {
        return new MaskedLog(lines).masked(budget);
    }

    private List<SourceLine> masked(ReadingBudget budget) {
        for (int i = 0; i < lines.size(); i++) {
            budget.step();
            line(i, lines.get(i));
        }
        if (tokens.isEmpty()) {
            return masked;
        }
        return masked.stream()
                .map(line -> new SourceLine(line.number(), tokens.withoutKnown(line.text())))
                .toList();
    }

    private void line(int index, SourceLine line) {
        String text = line.text();
        Matcher asked = QUERY.matcher(text);
        if (asked.find()) {
            begin(index, text, asked.end());
        } else if (CommandStart.in(text)) {
            endTable();
            add(line, words.line(text));
        } else if (table != null || hidesAll) {
            row(line);
        } else if (SecretTable.isRuler(text) && last >= 0) {
            ruler(index, line);
        } else if (asksSecret()) {
            heading(index, line);
        } else {
            plain(index, line);
        }
        last = text.isBlank() ? last : masked.size() - 1;
    }

    /** A query, of which the rest may stand in the next lines, and the answer on the same one. */
    private void begin(int index, String text, int from) {
        endTable();
        Matcher ruler = RULER_INSIDE.matcher(text);
        boolean flat = ruler.find(from);
        String asked = text.substring(from, flat ? ruler.start() : text.length());
        QueryTables tables = QueryTables.of(asked);
        query = secret(asked, index);
        goesOn = text.length() >= NARROWEST_WINDOW || !SelectList.namesSecretTable(asked);
        int answer = from + tables.end();
        if (!asksSecret() && !SelectList.namesSecret(asked)) {
            add(lines.get(index), words.line(text));
        } else if (flat) {
            hidesAll = true;
            add(lines.get(index), SecretTable.maskFlat(text, ruler.start(), ruler.end(), query, tokens));
        } else {
            hidesAll = answer < text.length() && !rulerFollows(index);
            add(lines.get(index), maskedFrom(answer, text));
        }
    }

    /** Whether a column of the query's answer holds a secret, or may be any of a table that has one. */
    private boolean asksSecret() {
        return query != null && (query.isSecret() || asksSecretTable && query.columns() < 0);
    }

    /** What a query asks for, read as it stands, and with the lines behind it that may be its rest. */
    private SelectList secret(String asked, int index) {
        StringBuilder glued = new StringBuilder(asked.stripTrailing());
        StringBuilder spaced = new StringBuilder(asked);
        asksSecretTable = SelectList.namesSecretTable(asked);
        int end = Math.min(lines.size(), index + MOST_OF_A_QUERY);
        for (int i = index + 1; i < end && spaced.length() < LONGEST_QUERY; i++) {
            String text = lines.get(i).text();
            if (CommandStart.in(text) || SecretTable.isRuler(text) && !text.isBlank() || isAboveRuler(i)) {
                break;
            }
            String broken = glued.substring(Math.max(0, glued.length() - LONGEST_TABLE)) + text.strip();
            asksSecretTable |= SelectList.namesSecretTable(text) || SelectList.namesSecretTable(broken);
            glued.append(text.strip());
            spaced.append(' ').append(text.strip());
        }
        SelectList found = SelectList.of(spaced.toString());
        return found.isSecret() ? found : SelectList.of(glued.toString());
    }

    private String maskedFrom(int place, String text) {
        return words.line(text.substring(0, place)) + SecretTable.maskAll(text.substring(place), 0, tokens);
    }

    private boolean isAboveRuler(int index) {
        return SecretTable.isRuler(below(index));
    }

    /** A person's own line below a row has no group for each of its words. */
    private boolean isAboveItsRuler(int index) {
        String text = lines.get(index).text();
        return isAboveRuler(index) && (SelectList.namesSecret(text) || SecretTable.areAsMany(text, below(index)));
    }

    /** The next line but blank ones; empty where none is near. */
    private String below(int index) {
        return lines.subList(index + 1, Math.min(lines.size(), index + 4)).stream()
                .map(SourceLine::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private void endTable() {
        table = null;
        query = null;
        hidesAll = false;
        asksSecretTable = false;
    }

    /** A ruler that a width broke, and that proves nothing, may have broken the name of a secret column as well. */
    private boolean isBroken(int index) {
        return index + 1 < lines.size()
                && lines.get(index + 1).text().indexOf('=') >= 0
                && SecretTable.isRuler(lines.get(index + 1).text())
                && (asksSecretTable || SelectList.namesSecret(gluedAbove(index)));
    }

    private String gluedAbove(int index) {
        StringBuilder glued = new StringBuilder();
        for (int i = Math.max(0, index - MOST_OF_A_HEADING); i < index; i++) {
            glued.append(lines.get(i).text().stripTrailing());
        }
        return glued.toString();
    }

    private void ruler(int index, SourceLine line) {
        if (isBroken(index)) {
            hidesAll = true;
            add(line, line.text());
            return;
        }
        SecretTable found =
                SecretTable.of(masked.get(last).text(), line.text(), query == null ? SelectList.OPEN : query);
        if (found.isSecret() || asksSecret()) {
            table = found.isSecret() ? found : null;
            hidesAll = table == null;
            add(line, line.text());
        } else {
            query = null;
            add(line, words.line(line.text()));
        }
    }

    private void row(SourceLine line) {
        String text = line.text();
        if (text.isBlank()) {
            add(line, text);
        } else if (PrintedLine.isWhole(text)) {
            endTable();
            add(line, words.line(text));
        } else if (SecretTable.isRuler(text)) {
            hidesAll = true;
            table = null;
            add(line, text);
        } else if (table == null) {
            add(line, SecretTable.maskAll(text, 0, tokens));
        } else {
            add(line, table.mask(text, tokens));
        }
    }

    /** Between a query for a secret and its ruler only the query's rest and the heading are no secrets. */
    private void heading(int index, SourceLine line) {
        String text = line.text();
        boolean sure =
                text.isBlank() || isAboveItsRuler(index) || PrintedLine.begins(text) || WritersLine.isOmission(text);
        boolean rest = !sure && goesOn && rulerFollows(index);
        add(line, sure || rest ? words.line(text) : SecretTable.maskAll(text, 0, tokens));
    }

    private boolean rulerFollows(int index) {
        for (int i = index + 1; i < Math.min(lines.size(), index + MOST_OF_A_QUERY); i++) {
            String text = lines.get(i).text();
            if (!text.isBlank() && SecretTable.isRuler(text)) {
                return true;
            }
            if (CommandStart.in(text)) {
                return false;
            }
        }
        return false;
    }

    private void plain(int index, SourceLine line) {
        String text = line.text();
        Matcher ruler = RULER_INSIDE.matcher(text);
        int secret = LostHeading.behindSecret(text, query != null);
        if (SelectList.namesSecret(text.length() > 4000 ? text.substring(0, 4000) : text) && ruler.find()) {
            hidesAll = true;
            add(line, SecretTable.maskFlat(text, ruler.start(), ruler.end(), SelectList.OPEN, tokens));
        } else if (secret >= 0 && !isAboveRuler(index)) {
            hidesAll = true;
            add(line, maskedFrom(secret, text));
        } else {
            add(line, words.line(text));
        }
    }

    private void add(SourceLine line, String text) {
        masked.add(text.equals(line.text()) ? line : new SourceLine(line.number(), text));
    }
}
