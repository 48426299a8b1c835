package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.simulator.InProcessLink;
import io.presencemedic.simulator.model.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every scenario has exactly the findings of the table, and every two scenarios together have those of both. The
 * simulated nodes are asked within this process, so that two thousand clusters take seconds.
 */
@BesideTheService
class ScenarioTableTest {
    private static final Confusion SINGLE = new Confusion();
    private static final Confusion PAIRS = new Confusion();

    /** Moved by hand a moment ago, so that what a diagnosis finds depends on how long it takes. */
    private static final Set<String> PASSES_WHILE_ASKED = Set.of("ha-in-transition");

    /** A group that was moved by hand explains what is stopped on its node, whatever else is wrong there. */
    private static final Set<String> MOVED = Set.of("ha-in-transition", "ha-idle");

    /** In each build one in so many of the pairs. */
    private static final int SAMPLE = Thorough.ALL ? 1 : 120;

    private final InProcessLink link = InProcessLink.to("healthy");

    private static final Map<String, List<String>> TABLE = table();

    static Map<String, List<String>> table() {
        try (InputStream in =
                Objects.requireNonNull(ScenarioTableTest.class.getResourceAsStream("/diagnosis/scenarios.yaml"))) {
            return new YAMLMapper().readValue(in, new TypeReference<LinkedHashMap<String, List<String>>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void print() {
        System.out.println("One scenario at a time: " + SINGLE.summary());
        System.out.println("Two scenarios at a time: " + PAIRS.summary());
        System.out.println(PAIRS.table());
    }

    @Test
    void theTableHasEveryScenario() {
        assertThat(TABLE.keySet()).containsExactlyElementsOf(Scenarios.names());
    }

    /** They share a cluster. */
    @Execution(ExecutionMode.SAME_THREAD)
    @TestFactory
    Stream<DynamicTest> everyScenarioHasExactlyItsFindings() {
        return TABLE.entrySet().stream()
                .filter(row -> !PASSES_WHILE_ASKED.contains(row.getKey()))
                .map(row -> dynamicTest(row.getKey(), () -> exactly(row.getKey(), Set.copyOf(row.getValue()))));
    }

    private void exactly(String scenario, Set<String> expected) {
        Set<String> found = look(List.of(scenario)).words();
        count(expected, found);
        assertThat(found).isEqualTo(new TreeSet<>(expected));
        if (found.stream().anyMatch(words -> words.contains("IN_TRANSITION"))) {
            return;
        }
        link.clock().leap(Duration.ofHours(1));
        assertThat(look().words())
                .as("an hour later, when everything has settled")
                .isEqualTo(found);
    }

    private static void count(Set<String> expected, Set<String> found) {
        Set<String> all = TABLE.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        for (String words : all) {
            if (expected.contains(words)) {
                SINGLE.count(code(words), found.contains(words) ? Outcome.FOUND : Outcome.MISSED);
            } else if (!found.contains(words)) {
                SINGLE.countSilent();
            }
        }
        found.stream().filter(words -> !expected.contains(words)).forEach(words -> SINGLE.countGroundless(code(words)));
    }

    @Test
    void aHealthyClusterLeavesNothingOpen() {
        assertThat(look(List.of("healthy")).verdict().undetermined()).isEmpty();
    }

    @Test
    void everyTwoScenariosHaveTheFindingsOfBoth() throws Exception {
        Map<String, Alone> alone = new LinkedHashMap<>();
        List<List<String>> pairs = pairs(
                Scenarios.names().stream().filter(name -> !MOVED.contains(name)).toList());
        for (String name : pairs.stream().flatMap(List::stream).distinct().toList()) {
            alone.put(name, new Alone(name, look(List.of(name)), ScenarioThings.of(name)));
        }
        ThreadLocal<ScenarioTableTest> own = ThreadLocal.withInitial(ScenarioTableTest::new);
        List<String> wrong = pairs.parallelStream()
                .flatMap(pair -> own.get().compare(alone.get(pair.get(0)), alone.get(pair.get(1))))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private record Alone(String name, ScenarioFindings findings, ScenarioThings things) {}

    private static List<List<String>> pairs(List<String> all) {
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(first -> IntStream.range(first + 1, all.size())
                        .filter(second -> (31 * first + second) % SAMPLE == 0)
                        .mapToObj(second -> List.of(all.get(first), all.get(second))))
                .toList();
    }

    private Stream<String> compare(Alone one, Alone other) {
        ScenarioFindings found;
        try {
            found = look(List.of(one.name(), other.name()));
        } catch (IllegalStateException cannotBothBe) {
            return Stream.empty();
        }
        Map<String, Finding> expected = new LinkedHashMap<>(one.findings().byWords());
        expected.putAll(other.findings().byWords());
        List<String> wrong = new ArrayList<>();
        expected.forEach((words, finding) -> {
            boolean contradicted = one.things().contradict(other.things(), finding.code(), words);
            Outcome outcome = Outcome.of(words, finding, found, contradicted);
            PAIRS.count(finding.code(), outcome);
            boolean stateOfTheGroup = finding.code().startsWith("HIGH_AVAILABILITY_");
            if (outcome == Outcome.MISSED && !stateOfTheGroup) {
                wrong.add(one.name() + "+" + other.name() + " lacks " + words);
            }
        });
        found.byWords().forEach((words, finding) -> {
            if (!expected.containsKey(words) && !Outcome.isRetold(finding, one.findings(), other.findings())) {
                PAIRS.countGroundless(finding.code());
                wrong.add(one.name() + "+" + other.name() + " should not have " + words);
            }
        });
        return wrong.stream();
    }

    private ScenarioFindings look(List<String> scenarios) {
        link.reset(scenarios);
        return look();
    }

    private ScenarioFindings look() {
        return ScenarioFindings.of(new LinkLook(link.cluster(), link));
    }

    private static String code(String words) {
        return words.split(" ")[1];
    }
}
