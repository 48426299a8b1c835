package io.presencemedic.diagnosis;

import io.presencemedic.database.Blocking;
import io.presencemedic.diagnosis.collect.FactCollector;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks all nodes, judges by the rules, and keeps the diagnosis under the job's id. */
record DiagnoseCluster(String cluster, Duration deadline, Diagnoses diagnoses, Clock clock) implements Step {
    @Override
    public String name() {
        return "diagnose-cluster";
    }

    @Override
    public String target() {
        return cluster;
    }

    @Override
    public Duration patience() {
        return deadline;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Instant madeAt = clock.instant();
        ClusterFacts facts = FactCollector.collect(look, deadline);
        Verdict verdict = Rules.look(facts);
        look.job()
                .map(id -> Diagnosis.of(id, madeAt, cluster, facts, verdict))
                .ifPresent(diagnosis -> Blocking.await(diagnoses.keep(diagnosis)));
        return new Decision.Done(words(verdict));
    }

    private static String words(Verdict verdict) {
        int findings = verdict.findings().size();
        int open = verdict.undetermined().size();
        String found = findings == 0
                ? "nothing wrong was found"
                : findings
                        + (findings == 1 ? " finding: " : " findings: ")
                        + String.join(
                                ", ",
                                verdict.findings().stream()
                                        .map(Finding::code)
                                        .distinct()
                                        .toList());
        return open == 0 ? found : found + "; " + open + " facts could not be determined";
    }
}
