package io.presencemedic.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How jobs ended that met a fault: a row for each remedy, a column for each fault. */
final class FaultTable {
    private final Map<String, EnumMap<WireFault, String>> rows = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    void add(FaultRun run, FaultRun.Verdict verdict) {
        rows.computeIfAbsent(
                        run.remedy().runbook() + " on " + run.remedy().scenario(),
                        key -> new EnumMap<>(WireFault.class))
                .merge(run.fault(), verdict.letter(), String::concat);
        verdict.wrong().forEach(words -> wrong.add(run.words() + ": " + words));
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** A letter for each change at which the fault struck: how the job ended. */
    String text() {
        StringBuilder text = new StringBuilder(
                "S succeeded, F failed, N needs attention, C cancelled, ! wrong; a letter for each change struck\n\n");
        for (WireFault fault : WireFault.values()) {
            text.append("%3d %s%n".formatted(fault.ordinal() + 1, fault));
        }
        text.append("\n%-82s".formatted("remedy"));
        for (WireFault fault : WireFault.values()) {
            text.append(" %-9d".formatted(fault.ordinal() + 1));
        }
        rows.forEach((remedy, ends) -> {
            text.append("\n%-82s".formatted(remedy));
            for (WireFault fault : WireFault.values()) {
                text.append(" %-9s".formatted(ends.getOrDefault(fault, "-")));
            }
        });
        return text.append("\n\n").append(String.join("\n", wrong)).append('\n').toString();
    }
}
