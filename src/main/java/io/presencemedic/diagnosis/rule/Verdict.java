package io.presencemedic.diagnosis.rule;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.util.List;

/**
 * What rules say about facts.
 *
 * @param findings what is wrong
 * @param undetermined what the facts do not tell
 */
public record Verdict(List<Finding> findings, List<Undetermined> undetermined) {
    public Verdict {
        findings = List.copyOf(findings);
        undetermined = List.copyOf(undetermined);
    }
}
