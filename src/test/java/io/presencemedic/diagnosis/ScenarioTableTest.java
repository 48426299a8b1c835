package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import io.presencemedic.simulator.model.Scenarios;
import io.presencemedic.simulator.model.SimulatedCluster;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenarioTableTest {
    @Test
    void dump() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T22:00:00Z"), ZoneOffset.UTC);
        for (String name : Scenarios.names()) {
            Verdict verdict = Rules.look(SimulatedFacts.of(new SimulatedLook(SimulatedCluster.passing(List.of(name), clock))));
            System.out.println(name + " -> " + verdict.findings().stream().map(f -> f.item() + " " + f.code() + "@" + f.evidence().stream().map(e -> e.node()).distinct().collect(Collectors.joining(","))
               + f.causes()).toList());
            System.out.println("      ? " + verdict.undetermined());
        }
    }
}
