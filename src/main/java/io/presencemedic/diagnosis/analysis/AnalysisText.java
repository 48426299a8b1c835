package io.presencemedic.diagnosis.analysis;

import io.presencemedic.diagnosis.FindingText;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.paste.ReadCommand;
import io.presencemedic.diagnosis.paste.UnreadableLine;

/** An analysis as a person reads it. */
final class AnalysisText {
    private AnalysisText() {}

    static String of(Analysis analysis) {
        StringBuilder text = new StringBuilder();
        FindingText.section(text, "Commands", analysis.commands().stream().map(AnalysisText::command));
        FindingText.section(
                text,
                "Findings",
                analysis.findings().stream().map(finding -> FindingText.of(finding, AnalysisText::place)));
        FindingText.section(
                text, "Not determined", analysis.undetermined().stream().map(FindingText::of));
        return text.toString();
    }

    private static String place(Evidence evidence) {
        return (evidence.node() == null ? "" : evidence.node() + ", ") + "line " + evidence.line()
                + (evidence.text().equals(evidence.command()) ? ": " + evidence.text() : "");
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
}
