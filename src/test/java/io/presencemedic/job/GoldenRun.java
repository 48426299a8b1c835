package io.presencemedic.job;

import io.presencemedic.Thorough;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.simulator.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A whole run as text: what the nodes were told to change, and what the job reports. */
record GoldenRun(String runbook, String name, String text) {
    private static final Path FOLDER = Path.of("src/test/resources/runs");

    static GoldenRun of(String runbook, String name, List<JournalEntry> heard, JobHistory history) {
        StringBuilder text = new StringBuilder("# " + runbook + " on " + name + "\n\nheard\n");
        heard.stream()
                .filter(JournalEntry::changes)
                .map(each -> "  %-8s %s%s%n".formatted(each.node(), each.text(), each.executed() ? "" : " (cut off)"))
                .forEach(text::append);
        text.append("\nreport\n");
        for (LineHistory line : history.lines()) {
            text.append("  %2d %-34s %-22s %s%n"
                    .formatted(line.number(), line.step(), line.target(), String.valueOf(line.outcome())));
        }
        text.append("\nstate ").append(history.state()).append('\n');
        history.failure()
                .ifPresent(failure ->
                        text.append("failure ").append(failure.code()).append('\n'));
        text.append("left switched off: ")
                .append(history.leftSwitchedOff().stream()
                        .map(left -> left.kind() + " of " + left.subject())
                        .collect(Collectors.joining(", ")))
                .append('\n');
        return new GoldenRun(runbook, name, text.toString());
    }

    /**
     * The recorded run; this one is recorded where there is none, or where {@code -Dgolden.update=true} asks for it.
     */
    String recorded() throws IOException {
        Path file = FOLDER.resolve(runbook).resolve(name + ".txt");
        if (Thorough.RECORDS) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
