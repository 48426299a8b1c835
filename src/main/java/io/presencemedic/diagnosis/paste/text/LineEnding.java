package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.cisco.cli.PrintedLine;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes off the mark with which a program ended every line: a comma, a quote, a stroke. */
final class LineEnding {
    private static final String MARKS = "\\#|,;\"'*+<>~^$\u2502";
    private static final int MOST_MARKS = 4;
    private static final int SAMPLE = 300;

    private LineEnding() {}

    static List<SourceLine> strip(List<SourceLine> lines) {
        List<String> sample = lines.stream()
                .map(SourceLine::text)
                .filter(text -> !text.isBlank())
                .limit(SAMPLE)
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        sample.forEach(text -> counts.merge(mark(text), 1, Integer::sum));
        String usual = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        long ends = sample.stream().filter(text -> mark(text).endsWith(usual)).count();
        boolean every = !usual.isEmpty() && ends * 10 >= sample.size() * 9L;
        boolean helps = every
                && sample.stream()
                                .filter(text -> PrintedLine.isWhole(without(text, usual)))
                                .count()
                        >= sample.stream().filter(PrintedLine::isWhole).count();
        return helps
                ? lines.stream()
                        .map(line -> new SourceLine(line.number(), without(line.text(), usual)))
                        .toList()
                : lines;
    }

    private static String mark(String line) {
        String text = line.stripTrailing();
        int from = text.length();
        while (from > 0 && text.length() - from < MOST_MARKS && MARKS.indexOf(text.charAt(from - 1)) >= 0) {
            from--;
        }
        return text.substring(from);
    }

    private static String without(String line, String mark) {
        String text = line.stripTrailing();
        return mark(line).endsWith(mark) ? text.substring(0, text.length() - mark.length()) : line;
    }
}
