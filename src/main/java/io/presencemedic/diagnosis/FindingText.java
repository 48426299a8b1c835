package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings, and what could not be determined, as a person reads them. */
public final class FindingText {
    private FindingText() {}

    /** A heading with the number of entries, the entries, and an empty line. */
    public static void section(StringBuilder text, String title, Stream<String> entries) {
        List<String> lines = entries.toList();
        text.append(title).append(" (").append(lines.size()).append(")\n");
        lines.forEach(text::append);
        text.append('\n');
    }

    /**
     * A finding with its evidence and its remedy.
     *
     * @param place how the place of a line of evidence is named
     */
    public static String of(Finding finding, Function<Evidence, String> place) {
        String defects = finding.defects().stream()
                .map(defect -> "    known defect " + defect.id() + "  " + defect.link() + "\n")
                .collect(Collectors.joining());
        String evidence = finding.evidence().stream()
                .map(line -> "    " + place.apply(line) + quoted(line) + "\n")
                .collect(Collectors.joining());
        String remedy = finding.runbook() == null ? "" : "    runbook " + finding.runbook() + "\n";
        remedy += finding.remedies().stream()
                .map(body -> "    remedy  " + body.words() + "\n")
                .collect(Collectors.joining());
        remedy += finding.byHand().stream()
                .map(hand -> "    a person may decide on: " + hand.command()
                        + (hand.node() == null ? "" : " on " + hand.node()) + "\n")
                .collect(Collectors.joining());
        String explains =
                finding.causes().isEmpty() ? "" : "    explains " + String.join(", ", finding.causes()) + "\n";
        return "  " + finding.severity() + " " + finding.code() + " (" + finding.item() + ")\n    " + finding.summary()
                + "\n" + evidence + explains + remedy + defects;
    }

    /** Where the command itself is the evidence, nothing is quoted. */
    private static String quoted(Evidence line) {
        return line.text().equals(line.command()) ? "" : ": " + line.text().strip();
    }

    /** What could not be found out, in one line. */
    public static String of(Undetermined missing) {
        return "  " + (missing.node() == null ? "" : missing.node() + ": ") + missing.fact() + ": " + missing.reason()
                + "\n";
    }
}
