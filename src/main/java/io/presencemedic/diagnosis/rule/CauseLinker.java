package io.presencemedic.diagnosis.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ties symptoms to what causes them: a symptom is told by its first cause, and not beside it. */
final class CauseLinker {
    private CauseLinker() {}

    /** Those that nothing explains, in their order; each knows what it explains. */
    static List<FindingDraft> causes(List<FindingDraft> drafts) {
        List<FindingDraft> causes = new ArrayList<>();
        for (FindingDraft draft : drafts) {
            FindingDraft root = root(draft, drafts);
            if (root == draft) {
                causes.add(draft);
            } else {
                root.explain(draft);
            }
        }
        return causes;
    }

    private static FindingDraft root(FindingDraft draft, List<FindingDraft> drafts) {
        Set<FindingDraft> passed = new HashSet<>();
        FindingDraft root = draft;
        while (passed.add(root)) {
            FindingDraft symptom = root;
            root = drafts.stream()
                    .filter(other -> !passed.contains(other) && symptom.isExplainedBy(other))
                    .findFirst()
                    .orElse(symptom);
        }
        return root;
    }
}
