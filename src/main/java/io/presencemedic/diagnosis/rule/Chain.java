package io.presencemedic.diagnosis.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ties symptoms to what causes them: a symptom is told by its first cause, and not beside it. */
final class Chain {
    private Chain() {}

    /** Those that nothing explains, in their order; each knows what it explains. */
    static List<Draft> causes(List<Draft> drafts) {
        List<Draft> causes = new ArrayList<>();
        for (Draft draft : drafts) {
            Draft root = root(draft, drafts);
            if (root == draft) {
                causes.add(draft);
            } else {
                root.explain(draft);
            }
        }
        return causes;
    }

    private static Draft root(Draft draft, List<Draft> drafts) {
        Set<Draft> passed = new HashSet<>();
        Draft root = draft;
        while (passed.add(root)) {
            Draft symptom = root;
            root = drafts.stream()
                    .filter(other -> !passed.contains(other) && symptom.isExplainedBy(other))
                    .findFirst()
                    .orElse(symptom);
        }
        return root;
    }
}
