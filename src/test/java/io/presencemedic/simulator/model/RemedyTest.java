package io.presencemedic.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cisco.service.ServiceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of every scenario: the documented remedy heals it, and nothing else that looks like it does. */
@BesideTheService
class RemedyTest extends ModelTest {
    /** Nothing that can be done by a command heals these. */
    private static final Set<String> FOR_A_PERSON = Set.of(
            "database-broken",
            "intercluster-sync-agent-defect",
            "presence-engine-defect-12-5",
            "version-mismatch",
            "not-in-server-list",
            "troubleshooter-fails",
            "axl-unreachable",
            "sync-agent-publisher-address",
            "sync-agent-publisher-address-other-column",
            "sync-agent-pkid",
            "sync-agent-credentials",
            "sync-agent-user-missing",
            "sync-agent-node-key",
            "directory-not-configured",
            "file-transfer-not-configured",
            "archiver-not-configured",
            "xmpp-federation-not-configured");

    @ParameterizedTest
    @CsvFileSource(resources = "/simulator/remedies.csv", delimiter = '|')
    void theDocumentedRemedyHeals(String scenario, String acts) {
        heals(scenario, acts);
    }

    @ParameterizedTest
    @MethodSource("others")
    void theDocumentedRemedyHealsInTheOtherStatesOfHighAvailabilityToo(String scenario, String acts) {
        heals(scenario + "-at-once", acts);
        heals(scenario + "-ha-off", acts);
    }

    static List<Arguments> others() throws IOException {
        List<String> variants = Scenarios.variants();
        List<Arguments> others = Files.readAllLines(Path.of("src/test/resources/simulator/remedies.csv")).stream()
                .map(line -> line.split("\\|", -1))
                .filter(row -> row[1].startsWith("ha-off") && variants.contains(row[0] + "-at-once"))
                .map(row -> Arguments.of(row[0], row[1]))
                .toList();
        return Thorough.sample(others, 3);
    }

    private void heals(String scenario, String acts) {
        SimulatedCluster cluster = open(scenario);
        List<String> ailing = ailing(cluster);

        new ScriptedTreatment(cluster, clock).apply(acts);

        assertThat(ailing).isNotEmpty();
        assertThat(ailing(cluster)).isEmpty();
        if (acts.endsWith("ha-on") || acts.contains("fallback") || acts.contains("recover")) {
            assertThat(states(cluster)).containsExactly(HaState.NORMAL, HaState.NORMAL);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/simulator/wrong-remedies.csv", delimiter = '|')
    void theWrongOrderDoesNotHeal(String scenario, String acts) {
        SimulatedCluster cluster = open(scenario);

        new ScriptedTreatment(cluster, clock).apply(acts);

        assertThat(ailing(cluster)).isNotEmpty();
    }

    static Stream<String> forAPerson() {
        return FOR_A_PERSON.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("forAPerson")
    void whatOnlyAPersonCanRemedyStaysWhateverIsCommanded(String scenario) {
        SimulatedCluster cluster = open(scenario);
        List<String> ailing = ailing(cluster);
        ScriptedTreatment remedy = new ScriptedTreatment(cluster, clock);
        remedy.apply("ha-off; monitors-off");
        for (String row : ailing) {
            remedy.apply("restart " + row + "; start " + row + "; start " + row);
        }
        assertThat(ailing(cluster)).isNotEmpty();
    }

    /** What somebody finds after 20 minutes stays so; only the two that show a transition go on. */
    static Stream<String> steady() {
        return Scenarios.names().stream()
                .filter(name -> !name.equals("ha-in-transition") && !name.equals("ha-initializing"));
    }

    @ParameterizedTest
    @MethodSource("steady")
    void noScenarioHealsOrFailsOverByItself(String scenario) {
        SimulatedCluster cluster = open(scenario);
        List<String> ailing = ailing(cluster);
        List<HaState> states = states(cluster);

        clock.leap(Duration.ofDays(1));

        assertThat(ailing(cluster)).isEqualTo(ailing);
        assertThat(states(cluster)).isEqualTo(states);
    }

    @Test
    void highAvailabilityThatComesBackTooEarlyFailsOver() {
        SimulatedCluster cluster = open("presence-engine-alone-down-ha-off");
        new ScriptedTreatment(cluster, clock).apply("ha-on");

        assertThat(states(cluster)).contains(HaState.RUNNING_IN_BACKUP_MODE);
    }

    /** The services that are not as in a healthy cluster, each with its node. */
    private static List<String> ailing(SimulatedCluster cluster) {
        ServiceCatalogue catalogue = ServiceCatalogue.standard();
        return cluster.ask(world -> world.nodes().stream()
                .flatMap(node -> node.services().stream()
                        .filter(row -> !row.is(ServiceState.STARTED))
                        .filter(row -> row.is(ServiceState.STARTING) || isMissing(catalogue, node, row))
                        .map(row -> node.name() + " " + row.name()))
                .toList());
    }

    private static boolean isMissing(ServiceCatalogue catalogue, SimulatedNodeState node, SimulatedServiceRow row) {
        ServiceSpec spec = catalogue.spec(row.name());
        boolean expected =
                !spec.stopped().contains(node.role()) && !spec.notActivated().contains(node.role());
        return expected || (spec.needsFeature() && row.activated());
    }
}
