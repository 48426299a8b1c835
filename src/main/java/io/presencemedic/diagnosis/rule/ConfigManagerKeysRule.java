package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.LogMessages;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.stream.Stream;

/** A trace says that XCP Config Manager cannot read its keys, which is a known defect (C11). */
final class ConfigManagerKeysRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.known(FactKey.REMARKS).stream()
                .flatMap(fact -> Stream.of(LogMessages.BAD_PADDING, LogMessages.OLD_KEYS)
                        .filter(words -> fact.value().lines().stream().anyMatch(line -> LogMessages.says(line, words)))
                        .limit(1)
                        .map(words -> FindingDraft.of(
                                        "CONFIG_MANAGER_KEYS",
                                        DocumentRef.C11,
                                        Severity.ERROR,
                                        "XCP Config Manager cannot read its old keys, which is a known defect. Open a TAC case.")
                                .evidence(fact.heard().evidence(words))
                                .defect(DefectId.CONFIG_MANAGER_KEYS))));
    }
}
