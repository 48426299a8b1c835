package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.presencemedic.simulator.model.Scenarios;
import io.presencemedic.simulator.model.SimulatedCluster;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every scenario has exactly the findings of the table, and every two scenarios together have those of both. The
 * simulated nodes are asked within this process, so that two thousand clusters take seconds.
 */
class ScenarioTableTest {
    private static final Confusion SINGLE = new Confusion();
    private static final Confusion PAIRS = new Confusion();

    private final MovableClock clock = new MovableClock();
    private final SimulatedCluster cluster = SimulatedCluster.passing(List.of("healthy"), clock);

    static Map<String, List<String>> table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ScenarioTableTest.class.getResourceAsStream("/diagnosis/scenarios.yaml"))) {
            return new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, List<String>>>() {});
        }
    }

    @AfterAll
    static void print() {
        System.out.println("One scenario at a time: " + SINGLE.summary());
        System.out.println("Two scenarios at a time: " + PAIRS.summary());
        System.out.println(PAIRS.table());
    }

    @Test
    void theTableHasEveryScenario() throws IOException {
        assertThat(table().keySet()).containsExactlyElementsOf(Scenarios.names());
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioHasExactlyItsFindings() throws IOException {
        return table().entrySet().stream()
                .map(row -> dynamicTest(row.getKey(), () -> exactly(row.getKey(), Set.copyOf(row.getValue()))));
    }

    private void exactly(String scenario, Set<String> expected) throws Exception {
        Set<String> found = look(List.of(scenario)).words();
        count(expected, found);
        assertThat(found).isEqualTo(new TreeSet<>(expected));
        clock.move(Duration.ofHours(1));
        assertThat(ScenarioFindings.of(new SimulatedLook(cluster)).words())
                .as("an hour later, when everything has settled")
                .isEqualTo(found);
    }

    private static void count(Set<String> expected, Set<String> found) throws IOException {
        Set<String> all = table().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        for (String words : all) {
            if (expected.contains(words)) {
                SINGLE.count(code(words), found.contains(words) ? Outcome.FOUND : Outcome.MISSED);
            } else if (!found.contains(words)) {
                SINGLE.countSilent();
            }
        }
        found.stream()
                .filter(words -> !expected.contains(words))
                .forEach(words -> SINGLE.countGroundless(code(words)));
    }

    @Test
    void aHealthyClusterLeavesNothingOpen() throws Exception {
        assertThat(look(List.of("healthy")).verdict().undetermined()).isEmpty();
    }

    @Test
    void everyTwoScenariosHaveTheFindingsOfBoth() throws Exception {
        Map<String, ScenarioFindings> alone = new LinkedHashMap<>();
        Map<String, ScenarioThings> things = new LinkedHashMap<>();
        for (String scenario : Scenarios.names()) {
            alone.put(scenario, look(List.of(scenario)));
            things.put(scenario, ScenarioThings.of(scenario));
        }
        List<String> missed = new ArrayList<>();
        List<String> names = Scenarios.names();
        for (int i = 0; i < names.size(); i++) {
            for (String second : names.subList(i + 1, names.size())) {
                String first = names.get(i);
                boolean contradicting = things.get(first).contradict(things.get(second));
                missed.addAll(compare(first + "+" + second, alone.get(first), alone.get(second), contradicting));
            }
        }
        assertThat(missed).isEmpty();
    }

    private List<String> compare(String pair, ScenarioFindings one, ScenarioFindings other, boolean contradicting)
            throws Exception {
        ScenarioFindings found = look(List.of(pair.split("\\+")));
        Map<String, Finding> expected = new LinkedHashMap<>(one.byWords());
        expected.putAll(other.byWords());
        List<String> wrong = new ArrayList<>();
        expected.forEach((words, finding) -> {
            Outcome outcome = Outcome.of(words, finding, found, contradicting);
            PAIRS.count(finding.code(), outcome);
            if (outcome == Outcome.MISSED) {
                wrong.add(pair + " lacks " + words);
            }
        });
        found.byWords().forEach((words, finding) -> {
            if (!expected.containsKey(words) && !Outcome.isRetold(finding, one, other)) {
                PAIRS.countGroundless(finding.code());
                wrong.add(pair + " should not have " + words);
            }
        });
        return wrong;
    }

    private ScenarioFindings look(List<String> scenarios) throws Exception {
        cluster.reset(scenarios);
        return ScenarioFindings.of(new SimulatedLook(cluster));
    }

    private static String code(String words) {
        return words.split(" ")[1];
    }
}
