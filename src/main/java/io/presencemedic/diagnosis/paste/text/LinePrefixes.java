package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes off what loggers, mail programs, editors and people put in front of every line, one thing after the other:
 * times, numbers, quotation marks, bullets, labels. A kind of prefix counts only where more lines are the platform's
 * without it.
 */
final class LinePrefixes {
    private static final int SAMPLE = 300;
    private static final int DEEPEST = 5;

    private LinePrefixes() {}

    static List<SourceLine> strip(List<SourceLine> indented) {
        List<SourceLine> lines = unindented(indented);
        List<String> sample = lines.stream()
                .map(SourceLine::text)
                .filter(text -> !text.isBlank() && text.length() < 2000)
                .limit(SAMPLE)
                .toList();
        List<LinePrefix> prefixes = prefixes(sample);
        return prefixes.isEmpty()
                ? lines
                : lines.stream().map(line -> stripped(line, prefixes)).toList();
    }

    /** Without the tab with which every line begins. */
    private static List<SourceLine> unindented(List<SourceLine> lines) {
        boolean every = lines.stream()
                .allMatch(line -> line.text().isBlank() || line.text().charAt(0) == '\t');
        return every
                ? lines.stream()
                        .map(line -> new SourceLine(
                                line.number(),
                                line.text().startsWith("\t") ? line.text().substring(1) : line.text()))
                        .toList()
                : lines;
    }

    private static SourceLine stripped(SourceLine line, List<LinePrefix> prefixes) {
        String text = line.text();
        for (LinePrefix prefix : prefixes) {
            text = prefix.strip(text);
        }
        return new SourceLine(line.number(), text);
    }

    /** The prefixes, outermost first, without which most lines are the platform's. */
    private static List<LinePrefix> prefixes(List<String> sample) {
        List<LinePrefix> taken = new ArrayList<>();
        List<LinePrefix> best = List.of();
        int known = PlatformLine.count(sample);
        List<String> lines = sample;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<LinePrefix> next = outermost(lines);
            if (next.isEmpty()) {
                break;
            }
            taken.add(next.get());
            lines = lines.stream().map(next.get()::strip).toList();
            int now = PlatformLine.count(lines);
            if (now > known) {
                known = now;
                best = List.copyOf(taken);
            }
        }
        return best;
    }

    private static Optional<LinePrefix> outermost(List<String> lines) {
        LinePrefix found = null;
        int most = -1;
        int known = PlatformLine.count(lines);
        for (LinePrefix prefix : LinePrefix.of(lines)) {
            List<String> without = lines.stream().map(prefix::strip).toList();
            int now = PlatformLine.count(without);
            long changed = count(lines, without);
            boolean nearlyAll = changed * 10 >= lines.size() * 9L;
            if (now > most && (now > known || nearlyAll && now == known)) {
                most = now;
                found = prefix;
            }
        }
        return Optional.ofNullable(found);
    }

    private static long count(List<String> lines, List<String> without) {
        long changed = 0;
        for (int i = 0; i < lines.size(); i++) {
            changed += lines.get(i).length() == without.get(i).length() ? 0 : 1;
        }
        return changed;
    }
}
