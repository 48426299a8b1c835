package io.presencemedic.recovery;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.NameList;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.PastChapter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code recover} says to persons. */
final class RecoveryMessages {
    private static final int MOST_CODES = 4;

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
                + (left.isEmpty() ? "" : "; left as it was found: " + left)
                + (noticed.isEmpty() ? "" : "; noticed besides: " + noticed);
    }

    private static String said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " (" + finding.summary() + ")")
                .collect(Collectors.joining(", "));
    }

    /** What is done next, and why. */
    static String chosen(Finding finding, Chapter next) {
        String target =
                next.group() != null ? " on group " + next.group() : next.node() != null ? " on " + next.node() : "";
        return finding.code() + " (" + finding.item() + "): " + finding.summary() + " Next: " + next.runbook() + target;
    }

    /**
     * What persons have to do: the first of it in one sentence, all of it as values.
     *
     * @param undelivered changes that did not reach the nodes, which may be why nothing helped
     */
    static Decision handOver(
            List<RemediedFinding> ills,
            List<RemediedFinding> undelivered,
            List<Undetermined> undetermined,
            LineMemory memory) {
        List<RemediedFinding> all =
                Stream.concat(ills.stream(), undelivered.stream()).toList();
        String first = all.isEmpty()
                ? (undetermined.isEmpty() ? "nothing else is wrong" : unknown(undetermined))
                : left(all.get(0), memory.chapters());
        String more = all.size() > 1 ? "; besides: " + codes(all) : "";
        return new Decision.HandOver(
                code(ills, undetermined),
                first + more + owed(memory.owed()),
                HandOverContext.of(all, undetermined, memory));
    }

    /** That somebody else works on the cluster, who is not fought, and what was left to do. */
    static Decision overruled(
            PastChapter.Failure failure,
            List<RemediedFinding> ills,
            List<Undetermined> undetermined,
            LineMemory memory) {
        return new Decision.HandOver(
                failure.code(), failure.why() + owed(memory.owed()), HandOverContext.of(ills, undetermined, memory));
    }

    private static String codes(List<RemediedFinding> ills) {
        List<String> codes = ills.stream()
                .skip(1)
                .map(ill -> ill.finding().code())
                .distinct()
                .toList();
        return NameList.of(codes, MOST_CODES);
    }

    private static String unknown(List<Undetermined> undetermined) {
        Undetermined first = undetermined.get(0);
        String more = undetermined.size() > 1 ? ", and " + (undetermined.size() - 1) + " more facts" : "";
        return "not everything could be looked at: " + first.fact()
                + (first.node() == null ? "" : " of " + first.node()) + " (" + first.reason() + ")" + more;
    }

    private static String owed(List<Hold> owed) {
        return owed.isEmpty()
                ? ""
                : "; switched off and not on again: "
                        + owed.stream().map(Hold::words).collect(Collectors.joining(", "))
                        + ", restore the job when the rest is put right";
    }

    private static String code(List<RemediedFinding> ills, List<Undetermined> undetermined) {
        if (ills.isEmpty()) {
            return undetermined.isEmpty() ? "LEFT_SWITCHED_OFF" : "UNDETERMINED";
        }
        return ills.get(0).finding().code();
    }

    private static String left(RemediedFinding ill, List<PastChapter> past) {
        Finding finding = ill.finding();
        List<PastChapter> tried = ill.tried(past);
        String nodes = finding.nodes().isEmpty() ? "" : " on " + String.join(", ", finding.nodes());
        String what = section(finding.item()) + nodes + defects(finding);
        return tried.isEmpty()
                ? what + ": a person has to decide what is done, by what the finding says"
                : what + ": " + tried(tried.get(tried.size() - 1)) + "; " + advice(finding.item());
    }

    private static String defects(Finding finding) {
        return finding.defects().isEmpty()
                ? ""
                : finding.defects().stream()
                        .map(defect -> defect.id() + " <" + defect.link() + ">")
                        .collect(Collectors.joining(", ", " (known defects: ", ")"));
    }

    private static String tried(PastChapter chapter) {
        PastChapter.Failure failure = chapter.failure();
        return chapter.runbook() + (failure == null ? " did not help" : " ended with " + failure.code());
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
        return "open a TAC case"
                + bundle(item).map(bundle -> " with the evidence of " + bundle).orElse("");
    }

    /** The bundle that the document wants at the end of an item's section. */
    static Optional<DocumentRef> bundle(String item) {
        return DocumentRef.of(item).flatMap(DocumentRef::evidence);
    }
}
