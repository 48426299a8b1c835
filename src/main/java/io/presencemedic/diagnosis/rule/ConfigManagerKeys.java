package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.Remarks;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.stream.Stream;

/** A trace says that XCP Config Manager cannot read its keys, which is a known defect (C11). */
final class ConfigManagerKeys implements Rule {
    @Override
    public Ruling look(Picture facts) {
        return Ruling.of(
                facts.known(Topic.REMARKS).stream().flatMap(fact -> Stream.of(Remarks.BAD_PADDING, Remarks.OLD_KEYS)
                        .filter(words -> fact.value().lines().stream().anyMatch(line -> Remarks.says(line, words)))
                        .limit(1)
                        .map(words -> Draft.of(
                                        "CONFIG_MANAGER_KEYS",
                                        DocumentRef.C11,
                                        Severity.ERROR,
                                        "XCP Config Manager cannot read its old keys, which is a known defect. Open a TAC case.")
                                .evidence(fact.heard().evidence(words))
                                .defect(DefectId.CONFIG_MANAGER_KEYS))));
    }
}
