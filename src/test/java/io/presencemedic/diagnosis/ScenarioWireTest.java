package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.EnteredCluster;
import io.presencemedic.SimulatedInventory;
import io.presencemedic.Thorough;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.OwnLinks;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table holds over SSH and SOAP as well. */
@BesideTheService
class ScenarioWireTest {
    private static final double FACTOR = 2000;
    /** One of each sort; the others differ from them in what is printed, not in how it travels. */
    private static final List<String> SCENARIOS = List.of(
            "healthy",
            "stuck-in-starting",
            "network-services-down",
            "database-down-on-publisher",
            "presence-engine-outside-group",
            "subcluster-mismatch",
            "version-mismatch",
            "axl-service-down",
            "axl-unreachable",
            "sync-agent-credentials",
            "sync-agent-user-missing",
            "core-files",
            "ha-failed-over",
            "ha-change-not-arrived",
            "services-disagree",
            "node-missing",
            "node-down",
            "cucm-down");

    @Test
    void scenariosHaveTheirFindingsOverTheWire() throws Exception {
        Path home = Files.createTempDirectory("medic-wire");
        List<String> wrong = new ArrayList<>();
        Map<String, List<String>> table = ScenarioTableTest.table();
        try (OwnLinks links = new OwnLinks();
                Simulator simulator =
                        Simulator.start(SimulatorSettings.of(home, "healthy", FACTOR, false, Clock.systemUTC())
                                .passing())) {
            Cluster cluster = cluster(simulator);
            for (String scenario : Thorough.sample(SCENARIOS, 3)) {
                List<String> expected = Objects.requireNonNull(table.get(scenario), scenario);
                simulator.reset(List.of(scenario));
                try (ClusterLink link = links.to(cluster, LinkListener.NONE)) {
                    TreeSet<String> found = new TreeSet<>(
                            ScenarioFindings.of(new LinkLook(cluster, link)).words());
                    if (!found.equals(new TreeSet<>(expected))) {
                        wrong.add(scenario + ": " + found + " instead of " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Cluster cluster(Simulator simulator) {
        return new Cluster(
                "wired",
                "Wired",
                EnteredCluster.CREDENTIALS,
                false,
                simulator.certificate(),
                SimulatedInventory.nodes(simulator),
                true);
    }
}
