package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.analysis.Analyses;
import io.presencemedic.diagnosis.analysis.Analysis;
import io.presencemedic.diagnosis.collect.FactCollector;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a diagnosis says, each finding by its code and the node that its sentence names first: {@code D4 DATABASE_DOWN
 * imp-sub}.
 */
record ScenarioFindings(Verdict verdict) {
    private static final List<String> NODES = List.of("cucm-pub", "imp-pub", "imp-sub");
    private static final Set<String> OF_THE_CLUSTER = Set.of("VERSION_MISMATCH");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static ScenarioFindings of(ClusterReader look) {
        try {
            return new ScenarioFindings(Rules.look(FactCollector.collect(look, PATIENCE)));
        } catch (LinkException e) {
            throw new AssertionError("the link was given up", e);
        }
    }

    static ScenarioFindings ofLog(String log) {
        Analysis analysis = new Analyses().analyse(log);
        return new ScenarioFindings(new Verdict(analysis.findings(), analysis.undetermined()));
    }

    /** The findings by their words. */
    Map<String, Finding> byWords() {
        Map<String, Finding> found = new TreeMap<>();
        verdict.findings().forEach(finding -> found.put(words(finding), finding));
        return found;
    }

    Set<String> words() {
        return byWords().keySet();
    }

    static String words(Finding finding) {
        String node = node(finding);
        return finding.item() + " " + finding.code() + (node.isEmpty() ? "" : " " + node);
    }

    private static String node(Finding finding) {
        return NODES.stream()
                .filter(name -> finding.summary().contains(name) && !OF_THE_CLUSTER.contains(finding.code()))
                .min(Comparator.comparing(name -> finding.summary().indexOf(name)))
                .orElse("");
    }
}
