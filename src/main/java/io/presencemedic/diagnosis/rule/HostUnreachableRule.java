package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;

/** The platform's own test says that a host or port cannot be reached (D7.5). */
final class HostUnreachableRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.known(FactKey.CONNECTIVITY).stream()
                .filter(fact -> !fact.value().succeeded())
                .map(fact -> SyncAgentCheck.draft(
                                SyncAgentCheck.HOST_UNREACHABLE,
                                DocumentRef.D7_5,
                                "The host or port of \""
                                        + fact.heard().evidence().command() + "\" cannot be reached.")
                        .evidence(fact.heard().evidence())));
    }
}
