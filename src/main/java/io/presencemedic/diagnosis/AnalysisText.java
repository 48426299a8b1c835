package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.Analysis.ReadCommand;
import io.presencemedic.diagnosis.Analysis.UnreadableLine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An analysis as a person reads it. */
final class AnalysisText {
    private AnalysisText() {}

    static String of(Analysis analysis) {
        StringBuilder text = new StringBuilder();
        section(text, "Commands", analysis.commands().stream().map(AnalysisText::command));
        section(text, "Findings", analysis.findings().stream().map(AnalysisText::finding));
        section(text, "Not determined", analysis.undetermined().stream().map(AnalysisText::undetermined));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, Stream<String> entries) {
        List<String> lines = entries.toList();
        text.append(title).append(" (").append(lines.size()).append(")\n");
        lines.forEach(text::append);
        text.append('\n');
    }

    private static String command(ReadCommand command) {
        return "  line " + command.line() + "  " + command.command() + "  " + state(command) + "\n";
    }

    private static String state(ReadCommand command) {
        UnreadableLine unreadable = command.unreadable();
        if (unreadable != null) {
            return "- not understood at line " + unreadable.line() + ": " + unreadable.text() + " (" + unreadable.why()
                    + ")";
        }
        return command.recognised() ? "- read" : "- not a command that is read here";
    }

    private static String finding(Finding finding) {
        String defects = finding.defects().stream()
                .map(defect -> "    known defect " + defect.id() + "  " + defect.link() + "\n")
                .collect(Collectors.joining());
        String evidence = finding.evidence().stream()
                .map(line -> "    " + (line.node() == null ? "" : line.node() + ", ") + "line " + line.line() + ": "
                        + line.text() + "\n")
                .collect(Collectors.joining());
        String remedy = finding.runbook() == null ? "" : "    runbook " + finding.runbook() + "\n";
        String explains =
                finding.causes().isEmpty() ? "" : "    explains " + String.join(", ", finding.causes()) + "\n";
        return "  " + finding.severity() + " " + finding.code() + " (" + finding.item() + ")\n    " + finding.summary()
                + "\n" + evidence + explains + remedy + defects;
    }

    private static String undetermined(Undetermined missing) {
        return "  " + (missing.node() == null ? "" : missing.node() + ": ") + missing.fact() + ": " + missing.reason()
                + "\n";
    }
}
