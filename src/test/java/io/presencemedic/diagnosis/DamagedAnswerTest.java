package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.Connectivity;
import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.EnterpriseNode;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.NetworkCluster;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.service.CoreFileList;
import io.presencemedic.cisco.service.ServiceControl;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What an answer loses on its way never makes it better than it was: it is refused, incomplete, or as bad. */
@BesideTheService
class DamagedAnswerTest {
    private static Arbitrary<DamagedAnswer> to(String command) {
        return DamagedAnswer.to(one -> one.command().startsWith(command));
    }

    @Provide
    Arbitrary<DamagedAnswer> lists() {
        return to("utils-service-list");
    }

    @Property(tries = 1000)
    void aServiceThatWasNotStartedIsNeverReadAsStarted(@ForAll("lists") DamagedAnswer answer) {
        answer.compare(ServiceList.class, (whole, damaged) -> {
            for (ServiceStatus row : whole.services()) {
                boolean better = row.state() != ServiceState.STARTED
                        && damaged.find(row.name())
                                .filter(found -> found.state() == ServiceState.STARTED)
                                .isPresent();
                assertThat(better).as("%s", row).isFalse();
            }
        });
        answer.neverBecomes(ServiceList.class, ServiceList::complete);
    }

    @Provide
    Arbitrary<DamagedAnswer> controls() {
        return to("utils-service-st");
    }

    @Property(tries = 500)
    void aServiceThatDidNotGetThereIsNeverReadAsIfItHad(@ForAll("controls") DamagedAnswer answer) {
        answer.neverBecomes(ServiceControl.class, ServiceControl::succeeded);
    }

    @Provide
    Arbitrary<DamagedAnswer> groups() {
        return to("utils-ha-status");
    }

    @Property(tries = 1000)
    void aNodeThatWasNotNormalIsNeverReadAsNormal(@ForAll("groups") DamagedAnswer answer) {
        answer.compare(HighAvailability.class, (whole, damaged) -> {
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
    Arbitrary<DamagedAnswer> replications() {
        return to("utils-dbreplication");
    }

    @Property(tries = 1500)
    void replicationThatWasNotHealthyIsNeverReadAsHealthy(@ForAll("replications") DamagedAnswer answer) {
        answer.compare(ReplicationState.class, (whole, damaged) -> {
            boolean lineThatMayBeMissing = !whole.servicesRunning() && damaged.servicesRunning();
            assertThat(damaged.healthy() && !whole.healthy() && !lineThatMayBeMissing)
                    .isFalse();
        });
        answer.neverBecomes(ReplicationState.class, ReplicationState::setUpEverywhere);
    }

    @Provide
    Arbitrary<DamagedAnswer> clusters() {
        return to("show-network-cluster");
    }

    @Property(tries = 500)
    void aNodeThatWasNotAuthenticatedIsNeverReadAsAuthenticated(@ForAll("clusters") DamagedAnswer answer) {
        answer.compare(NetworkCluster.class, (whole, damaged) -> whole.nodes().stream()
                .filter(node -> !node.authenticated())
                .flatMap(node -> damaged.find(node.name()).stream())
                .forEach(node -> assertThat(node.authenticated()).isFalse()));
    }

    @Provide
    Arbitrary<DamagedAnswer> cores() {
        return to("utils-core-active-list");
    }

    @Property(tries = 500)
    void coreFilesNeverDisappearAltogether(@ForAll("cores") DamagedAnswer answer) {
        answer.neverBecomes(CoreFileList.class, list -> list.files().isEmpty());
    }

    @Provide
    Arbitrary<DamagedAnswer> tests() {
        return to("utils-diagnose-test");
    }

    @Property(tries = 500)
    void aTestThatFailedIsNeverReadAsPassed(@ForAll("tests") DamagedAnswer answer) {
        answer.compare(DiagnosticTests.class, (whole, damaged) -> {
            whole.tests().stream().filter(test -> !test.passed()).forEach(test -> assertThat(damaged.tests())
                    .noneMatch(other -> other.name().equals(test.name()) && other.passed()));
        });
        answer.neverBecomes(DiagnosticTests.class, DiagnosticTests::complete);
    }

    @Provide
    Arbitrary<DamagedAnswer> connections() {
        return to("utils-network-connectivity");
    }

    @Property(tries = 500)
    void aHostThatWasNotReachedIsNeverReadAsReached(@ForAll("connections") DamagedAnswer answer) {
        answer.neverBecomes(Connectivity.class, Connectivity::succeeded);
    }

    @Provide
    Arbitrary<DamagedAnswer> tables() {
        return DamagedAnswer.to(
                one -> one.command().startsWith("run-sql-select") && one.name().equals("enterprise-nodes"));
    }

    @Property(tries = 1000)
    void aNodeInNoGroupIsNeverReadAsBoundToOne(@ForAll("tables") DamagedAnswer answer) {
        answer.compare(
                SqlTable.class, (whole, damaged) -> EnterpriseNode.read(damaged).ifPresent(nodes -> nodes.stream()
                        .filter(node -> node.name().equals("imp-sub.example.com"))
                        .forEach(node -> assertThat(node.subclusterId()).isNull())));
    }
}
