package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one rule says.
 *
 * @param drafts what is wrong by this rule alone
 * @param undetermined what the facts would have to say to decide it
 */
record RuleResult(List<FindingDraft> drafts, List<Undetermined> undetermined) {
    RuleResult {
        drafts = List.copyOf(drafts);
        undetermined = List.copyOf(undetermined);
    }

    static RuleResult of(Stream<FindingDraft> drafts) {
        return new RuleResult(drafts.toList(), List.of());
    }

    static RuleResult undetermined(Stream<Undetermined> missing) {
        return new RuleResult(List.of(), missing.toList());
    }
}
