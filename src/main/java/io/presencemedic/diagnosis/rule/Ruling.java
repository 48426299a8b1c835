package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.Undetermined;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one rule says.
 *
 * @param drafts what is wrong by this rule alone
 * @param undetermined what the facts would have to say to decide it
 */
record Ruling(List<Draft> drafts, List<Undetermined> undetermined) {
    Ruling {
        drafts = List.copyOf(drafts);
        undetermined = List.copyOf(undetermined);
    }

    static Ruling of(Stream<Draft> drafts) {
        return new Ruling(drafts.toList(), List.of());
    }

    static Ruling undetermined(Stream<Undetermined> missing) {
        return new Ruling(List.of(), missing.toList());
    }
}
