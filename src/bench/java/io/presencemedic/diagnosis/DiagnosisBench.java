package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.link.ClusterLinks;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.JournalEntry;
import io.presencemedic.simulator.SimulatedEndpoint;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * How long a diagnosis of five nodes takes beside a script that sends the same commands to the same nodes, one session
 * for each, where the service may use two: {@code ./mvnw -Pbench test -Dtest=DiagnosisBench -Dmedic.link.ssh.quiet=PT0.25S}. A login takes 2.9 s, as on
 * the platform at a good hour, and each line of an answer comes late. The script is {@code src/bench/python/collect.py}
 * and wants netmiko; {@code -Dbench.python=} names the interpreter that has it.
 */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class DiagnosisBench {
    private static final double FACTOR_OF_A_LOGIN_OF_2_9_SECONDS = 2.4;
    private static final Duration LATE_LINE = Duration.ofMillis(Integer.getInteger("bench.line", 10));
    private static final int RUNS = Integer.getInteger("bench.runs", 4);

    @Inject
    ClusterLinks links;

    @ConfigProperty(name = "medic.link.ssh.quiet")
    Duration quiet;

    private record Round(double service, double script, int asked, int askedByScript) {}

    @Test
    void aDiagnosisOfFiveNodesBesideAScript() throws Exception {
        // The first one also loads the classes.
        round();
        System.out.printf("quiet %s, a line %s late%n", quiet, LATE_LINE);
        System.out.println("| service | script | ratio | questions of the service | commands of the script |");
        System.out.println("|---|---|---|---|---|");
        for (int i = 0; i < RUNS; i++) {
            Round round = round();
            System.out.printf(
                    "| %.2f s | %.2f s | %.2f | %d | %d |%n",
                    round.service, round.script, round.service / round.script, round.asked, round.askedByScript);
        }
    }

    private Round round() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorSettings.of(
                Files.createTempDirectory("medic-bench"),
                "healthy",
                FACTOR_OF_A_LOGIN_OF_2_9_SECONDS,
                true,
                Clock.systemUTC()))) {
            simulator.faults().add(Fault.of(FaultKind.SLOW).by(Channel.SSH).late(LATE_LINE));
            double service = collect(simulator);
            List<JournalEntry> asked = simulator.heard();
            List<Map<String, Object>> nodes = simulator.endpoints().stream()
                    .map(node -> node(simulator, node, asked))
                    .toList();
            int commands = nodes.stream()
                    .mapToInt(node -> ((List<?>) node.get("commands")).size())
                    .sum();
            return new Round(service, script(nodes), asked.size(), commands);
        }
    }

    private double collect(Simulator simulator) throws Exception {
        WiredFacts wired = WiredFacts.of(links, simulator);
        long begin = System.nanoTime();
        ClusterFacts facts = wired.collect(Duration.ofMinutes(5));
        double took = (System.nanoTime() - begin) / 1e9;
        assertThat(facts.known(FactKey.SERVICES)).hasSameSizeAs(wired.cluster().nodes());
        return took;
    }

    private static Map<String, Object> node(Simulator simulator, SimulatedEndpoint node, List<JournalEntry> asked) {
        return Map.of(
                "host", node.host(),
                "port", node.sshPort(),
                "username", simulator.platformAccount().username(),
                "password", simulator.platformAccount().password(),
                "commands",
                        asked.stream()
                                .filter(entry -> entry.channel() == Channel.SSH
                                        && entry.node().equals(node.name()))
                                .map(JournalEntry::text)
                                .distinct()
                                .toList());
    }

    private static double script(List<Map<String, Object>> nodes) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("bench.python", "python3"), "src/bench/python/collect.py"));
        Process script = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = script.getOutputStream()) {
            new ObjectMapper().writeValue(in, nodes);
        }
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        return Double.parseDouble(said.strip());
    }
}
