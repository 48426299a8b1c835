package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cisco.Connectivity;
import io.presencemedic.cisco.CoreFileList;
import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.ServiceControl;
import io.presencemedic.cisco.ServiceList;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.cisco.cli.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What an answer loses on its way never makes it better than it was: it is refused, incomplete, or as bad. */
class DamagedAnswerTest {
    private static final List<TranscriptCase> CASES = TranscriptCase.all().stream()
            .filter(TranscriptCase::isReadable)
            .filter(one -> one.raw().startsWith("admin:") && !one.name().equals("one-line"))
            .toList();

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<Damage> one = Combinators.combine(
                        Arbitraries.of(Damage.Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of('#', ' ', '\t', '\u0000', '\ufffd', '\r', '[', ']', '|', ':'))
                .as(Damage::new);
        return one.list().ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<TranscriptCase> of(String command) {
        return Arbitraries.of(
                CASES.stream().filter(one -> one.command().startsWith(command)).toList());
    }

    @Provide
    Arbitrary<TranscriptCase> lists() {
        return of("utils-service-list");
    }

    @Property(tries = 1000)
    void aServiceThatWasNotStartedIsNeverReadAsStarted(
            @ForAll("lists") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, ServiceList.class, (whole, damaged) -> {
            for (ServiceStatus row : whole.services()) {
                boolean better = row.state() != ServiceState.STARTED
                        && damaged.find(row.name())
                                .filter(found -> found.state() == ServiceState.STARTED)
                                .isPresent();
                assertThat(better).as("%s", row).isFalse();
            }
            assertThat(damaged.complete() && !whole.complete()).isFalse();
        });
    }

    @Provide
    Arbitrary<TranscriptCase> controls() {
        return of("utils-service-st").filter(one -> !one.command().equals("utils-service-list"));
    }

    @Property(tries = 500)
    void aServiceThatDidNotGetThereIsNeverReadAsIfItHad(
            @ForAll("controls") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, ServiceControl.class, (whole, damaged) -> assertThat(
                        damaged.succeeded() && !whole.succeeded())
                .isFalse());
    }

    @Provide
    Arbitrary<TranscriptCase> groups() {
        return of("utils-ha-status");
    }

    @Property(tries = 1000)
    void aNodeThatWasNotNormalIsNeverReadAsNormal(
            @ForAll("groups") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, HighAvailability.class, (whole, damaged) -> {
            for (HighAvailability.Group group : whole.groups()) {
                for (HighAvailability.Node node : group.nodes()) {
                    assertThat(node.state() != HighAvailabilityState.NORMAL && isNormal(damaged, node.name()))
                            .as("%s", node)
                            .isFalse();
                    assertThat(node.state() == HighAvailabilityState.UNKNOWN && saysEnabled(damaged, node.name()))
                            .as("%s", node)
                            .isFalse();
                }
            }
        });
    }

    private static boolean isNormal(HighAvailability answer, String name) {
        return answer.groups().stream()
                .flatMap(group -> group.nodes().stream())
                .anyMatch(node -> node.name().equals(name) && node.state() == HighAvailabilityState.NORMAL);
    }

    private static boolean saysEnabled(HighAvailability answer, String name) {
        return answer.groups().stream()
                .filter(group ->
                        group.nodes().stream().anyMatch(node -> node.name().equals(name)))
                .anyMatch(group -> group.enabled().equals(Optional.of(true)));
    }

    @Provide
    Arbitrary<TranscriptCase> replications() {
        return of("utils-dbreplication");
    }

    @Property(tries = 1500)
    void replicationThatWasNotHealthyIsNeverReadAsHealthy(
            @ForAll("replications") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, ReplicationState.class, (whole, damaged) -> {
            boolean lineThatMayBeMissing = !whole.servicesRunning() && damaged.servicesRunning();
            assertThat(damaged.healthy() && !whole.healthy() && !lineThatMayBeMissing)
                    .isFalse();
            assertThat(damaged.setUpEverywhere() && !whole.setUpEverywhere()).isFalse();
        });
    }

    @Provide
    Arbitrary<TranscriptCase> clusters() {
        return of("show-network-cluster");
    }

    @Property(tries = 500)
    void aNodeThatWasNotAuthenticatedIsNeverReadAsAuthenticated(
            @ForAll("clusters") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, NetworkCluster.class, (whole, damaged) -> whole.nodes().stream()
                .filter(node -> !node.authenticated())
                .flatMap(node -> damaged.find(node.name()).stream())
                .forEach(node -> assertThat(node.authenticated()).isFalse()));
    }

    @Provide
    Arbitrary<TranscriptCase> cores() {
        return of("utils-core-active-list");
    }

    @Property(tries = 500)
    void coreFilesNeverDisappearAltogether(
            @ForAll("cores") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, CoreFileList.class, (whole, damaged) -> assertThat(
                        damaged.files().isEmpty() && !whole.files().isEmpty())
                .isFalse());
    }

    @Provide
    Arbitrary<TranscriptCase> tests() {
        return of("utils-diagnose-test");
    }

    @Property(tries = 500)
    void aTestThatFailedIsNeverReadAsPassed(
            @ForAll("tests") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, DiagnosticTests.class, (whole, damaged) -> {
            whole.tests().stream().filter(test -> !test.passed()).forEach(test -> assertThat(damaged.tests())
                    .noneMatch(other -> other.name().equals(test.name()) && other.passed()));
            assertThat(damaged.complete() && !whole.complete()).isFalse();
        });
    }

    @Provide
    Arbitrary<TranscriptCase> connections() {
        return of("utils-network-connectivity");
    }

    @Property(tries = 500)
    void aHostThatWasNotReachedIsNeverReadAsReached(
            @ForAll("connections") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, Connectivity.class, (whole, damaged) -> assertThat(
                        damaged.succeeded() && !whole.succeeded())
                .isFalse());
    }

    @Provide
    Arbitrary<TranscriptCase> tables() {
        return of("run-sql-select").filter(one -> one.name().equals("enterprise-nodes"));
    }

    @Property(tries = 1000)
    void aNodeInNoGroupIsNeverReadAsBoundToOne(
            @ForAll("tables") TranscriptCase one, @ForAll("damages") List<Damage> damages) {
        check(one, damages, SqlTable.class, (whole, damaged) -> EnterpriseNode.read(damaged)
                .ifPresent(nodes -> nodes.stream()
                        .filter(node -> node.name().equals("imp-sub.example.com"))
                        .forEach(node -> assertThat(node.subclusterId()).isNull())));
    }

    private static <T> void check(
            TranscriptCase one, List<Damage> damages, Class<T> word, BiConsumer<T, T> comparison) {
        int end = one.raw().indexOf('\n') + 1;
        KnownCommand command =
                KnownCommand.recognise(one.expected().get("command").asText()).orElseThrow();
        String whole = one.raw().substring(end).replaceFirst("\n?admin:$", "");
        String damaged = whole;
        for (Damage damage : damages) {
            damaged = damage.to(damaged);
        }
        Optional<T> expected = read(command, whole, word);
        Optional<T> found = read(command, damaged, word);
        if (expected.isPresent() && found.isPresent()) {
            comparison.accept(expected.get(), found.get());
        }
    }

    private static <T> Optional<T> read(KnownCommand command, String answer, Class<T> word) {
        try {
            return Optional.of(word.cast(command.read(Answer.of(answer))));
        } catch (Unreadable refused) {
            assertThat(refused.line()).isPositive();
            assertThat(refused.why()).isNotBlank();
            return Optional.empty();
        }
    }
}
