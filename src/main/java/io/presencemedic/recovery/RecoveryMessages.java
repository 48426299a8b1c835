package io.presencemedic.recovery;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.PastChapter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the doctor says to persons. */
final class RecoveryMessages {
    private RecoveryMessages() {}

    /** That nothing needs to be done, and what was seen beside that. */
    static String healthy(DiagnosisResult seen, RecoveryOptions orders) {
        String left =
                said(seen.verdict().findings().stream().filter(orders::leaves).toList());
        String noticed = said(seen.verdict().findings().stream()
                .filter(finding -> !orders.leaves(finding) && finding.severity() != Severity.INFO)
                .toList());
        return "healthy: nothing that the document remedies is wrong on "
                + seen.facts().nodes().size() + " nodes"
                + (left.isEmpty() ? "" : "; left as found: " + left)
                + (noticed.isEmpty() ? "" : "; also noticed: " + noticed);
    }

    private static String said(List<Finding> findings) {
        return findings.stream().map(Finding::summary).distinct().collect(Collectors.joining(" "));
    }

    /** What is done next, and why. */
    static String chosen(Finding finding, Chapter next) {
        String target =
                next.group() != null ? " on group " + next.group() : next.node() != null ? " on " + next.node() : "";
        return finding.code() + " (" + finding.item() + "): " + finding.summary() + " Next: " + next.runbook() + target;
    }

    /** What persons have to do, in the document's order. */
    static Decision handOver(List<OpenFinding> ills, List<String> undetermined, LineMemory memory) {
        List<String> all = new ArrayList<>();
        ills.forEach(ill -> all.add(left(ill, memory.chapters())));
        if (!undetermined.isEmpty()) {
            all.add("Not everything could be looked at: " + String.join("; ", undetermined) + ".");
        }
        if (!memory.owed().isEmpty()) {
            all.add("This job has switched off and could not switch on again: "
                    + memory.owed().stream().map(Hold::words).collect(Collectors.joining(", "))
                    + ". Restore the job when the rest is put right.");
        }
        return new Decision.HandOver(
                code(ills, undetermined), String.join(" ", all), HandOverContext.of(ills, undetermined, memory));
    }

    private static String code(List<OpenFinding> ills, List<String> undetermined) {
        if (ills.isEmpty()) {
            return undetermined.isEmpty() ? "LEFT_SWITCHED_OFF" : "UNDETERMINED";
        }
        return ills.get(0).finding().code();
    }

    private static String left(OpenFinding ill, List<PastChapter> past) {
        Finding finding = ill.finding();
        List<PastChapter> tried = ill.tried(past);
        String what = section(finding.item()) + ": " + finding.summary() + defects(finding);
        if (tried.isEmpty()) {
            return what + " This needs a person.";
        }
        return what
                + tried.stream().map(RecoveryMessages::tried).collect(Collectors.joining())
                + advice(finding.item());
    }

    private static String defects(Finding finding) {
        return finding.defects().stream()
                .map(defect -> " Known defect " + defect.id() + " <" + defect.link() + ">.")
                .collect(Collectors.joining());
    }

    private static String tried(PastChapter chapter) {
        return " " + chapter.runbook() + " was run for it and "
                + (chapter.failure() == null
                        ? "did not help."
                        : "ended with " + chapter.failure().code() + ": "
                                + chapter.failure().why() + ".");
    }

    private static String section(String item) {
        return Arrays.stream(DocumentRef.values())
                .filter(ref -> ref.id().equals(item))
                .map(ref -> ref.id() + " " + ref.title())
                .findFirst()
                .orElse(item);
    }

    /** Where the document has nothing more to try. */
    private static String advice(String item) {
        return bundle(item)
                .map(bundle -> " Open a TAC case with the evidence of " + bundle + ".")
                .orElse(" Open a TAC case.");
    }

    static Optional<DocumentRef> bundle(String item) {
        return switch (item.split("\\.", 2)[0]) {
            case "D3" -> Optional.of(DocumentRef.E_NETWORK);
            case "D4" -> Optional.of(DocumentRef.E_DATABASE);
            case "D5" -> Optional.of(DocumentRef.E_ICSA);
            case "D7" -> Optional.of(DocumentRef.E_SYNC_AGENT);
            default -> Optional.empty();
        };
    }
}
