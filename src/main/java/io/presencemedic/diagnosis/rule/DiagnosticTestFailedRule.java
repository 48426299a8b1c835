package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.DiagnosticTests.Test;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.List;
import java.util.Optional;

/** A node's own diagnostic test does not pass (D7.4). */
final class DiagnosticTestFailedRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.nodes().stream().flatMap(node -> node.known(FactKey.DIAGNOSTIC_TESTS).stream()
                .flatMap(fact -> fact.value().tests().stream()
                        .filter(test -> !test.passed() && !test.skipped())
                        .map(test -> draft(facts, node, fact, test)))));
    }

    private static FindingDraft draft(RuleContext facts, NodeFacts node, Fact.Known<DiagnosticTests> fact, Test test) {
        Optional<String> name = HostNames.label(node);
        FindingDraft draft = FindingDraft.of(
                        SyncAgentCheck.DIAGNOSTIC_TEST_FAILED,
                        DocumentRef.D7_4,
                        Severity.ERROR,
                        name.map(on -> "On " + on + " the").orElse("The") + " diagnostic test " + test.name()
                                + " does not pass: " + test.result()
                                + ". The tests of the CUCM publisher stand on the page Diagnostics > System Troubleshooter.")
                .evidence(fact.heard().evidence(test.name()))
                .on(name.stream().toList())
                .remediedWithItsSymptom();
        return test.name().startsWith("tomcat") ? draft.symptomOf(tomcat(facts, node)) : draft;
    }

    /** The tests of Tomcat fail where it does not run. */
    private static List<String> tomcat(RuleContext facts, NodeFacts node) {
        return facts.services(node).stream()
                .flatMap(services -> services.causes().of(ServiceOrder.TOMCAT).stream())
                .map(OutageCause::code)
                .toList();
    }
}
