package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.diagnosis.fact.SourceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of each node together where a program that asks several nodes at once put the node's name in front of
 * every line, in whatever order the lines came.
 */
final class NodeLabels {
    private static final String NAME = "(?=[\\w.-]{0,200}[\\d.-])[A-Za-z][\\w.-]{1,62}";
    private static final Pattern LABEL = Pattern.compile("\\s{0,4}(?:\\[(?<squared>" + NAME + ")]:?|\\((?<round>" + NAME
            + ")\\):?|(?<bare>" + NAME + ")\\s{0,16}[:|>\\u2502])(?:\\s|$)");
    private static final int MOST_NODES = 12;
    private static final int FEWEST_LINES = 3;

    private final Map<String, List<SourceLine>> nodes = new LinkedHashMap<>();
    private int known;
    private int labelled;

    private NodeLabels() {}

    /** The lines sorted by node, each without its node's name; the lines themselves where they do not bear names. */
    static List<SourceLine> sort(List<SourceLine> lines) {
        NodeLabels labels = new NodeLabels();
        List<SourceLine> written =
                lines.stream().filter(line -> !line.text().isBlank()).toList();
        int before = 0;
        String last = null;
        for (SourceLine line : written) {
            last = labels.take(line, last);
            before += PlatformLine.is(line.text()) ? 1 : 0;
            if (labels.nodes.size() > MOST_NODES) {
                return lines;
            }
        }
        boolean all = labels.labelled * 10 >= written.size() * 9L;
        boolean several =
                labels.nodes.size() > 1 && labels.nodes.values().stream().allMatch(of -> of.size() >= FEWEST_LINES);
        return all && several && labels.known > before ? labels.sorted() : lines;
    }

    private @Nullable String take(SourceLine line, @Nullable String last) {
        Matcher label = LABEL.matcher(line.text());
        if (!label.lookingAt()) {
            if (last != null) {
                of(last).add(line);
            }
            return last;
        }
        String squared = label.group("squared");
        String round = squared == null ? label.group("round") : squared;
        String node = round == null ? label.group("bare") : round;
        String text = line.text().substring(label.end());
        labelled++;
        known += PlatformLine.is(text) ? 1 : 0;
        of(node).add(new SourceLine(line.number(), text));
        return node;
    }

    private List<SourceLine> of(String node) {
        return nodes.computeIfAbsent(node, absent -> new ArrayList<>());
    }

    /** A node's lines end as its session would have. */
    private List<SourceLine> sorted() {
        List<SourceLine> sorted = new ArrayList<>();
        nodes.forEach((node, lines) -> {
            sorted.addAll(lines);
            int number = lines.get(lines.size() - 1).number();
            sorted.add(new SourceLine(number, "Connection to " + node + " closed."));
        });
        return sorted;
    }
}
