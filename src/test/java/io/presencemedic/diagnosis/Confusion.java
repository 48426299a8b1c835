package io.presencemedic.diagnosis;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** How often each code was to be found and was, and how often it was found without reason. */
final class Confusion {
    private final Map<String, EnumMap<Outcome, Integer>> outcomes = new TreeMap<>();
    private final Map<String, Integer> groundless = new TreeMap<>();
    private int silent;

    synchronized void count(String code, Outcome outcome) {
        outcomes.computeIfAbsent(code, key -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
    }

    synchronized void countGroundless(String code) {
        groundless.merge(code, 1, Integer::sum);
    }

    /** A code that was neither to be found nor found. */
    synchronized void countSilent() {
        silent++;
    }

    int total(Outcome outcome) {
        return outcomes.values().stream()
                .mapToInt(each -> each.getOrDefault(outcome, 0))
                .sum();
    }

    private int groundless() {
        return groundless.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One line per code. */
    String table() {
        StringBuilder text = new StringBuilder(String.format("%-40s", "code"));
        for (Outcome outcome : Outcome.values()) {
            text.append(String.format("%14s", outcome));
        }
        text.append(String.format("%14s%n", "GROUNDLESS"));
        for (Entry<String, EnumMap<Outcome, Integer>> row : outcomes.entrySet()) {
            text.append(String.format("%-40s", row.getKey()));
            for (Outcome outcome : Outcome.values()) {
                text.append(String.format("%14d", row.getValue().getOrDefault(outcome, 0)));
            }
            text.append(String.format("%14d%n", groundless.getOrDefault(row.getKey(), 0)));
        }
        return text.toString();
    }

    /** All codes together. */
    String summary() {
        StringBuilder text = new StringBuilder();
        for (Outcome outcome : Outcome.values()) {
            text.append(outcome.name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(total(outcome))
                    .append(", ");
        }
        return text + "groundless " + groundless() + (silent == 0 ? "" : ", rightly silent " + silent);
    }
}
