package io.presencemedic.job;

import static io.presencemedic.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.Transport;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.TrustFailure;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where SSH is shut and the transport has a second way, the services are asked for by that one. */
@BesideTheService
class SecondWayTest {
    private static final String SUB = "imp-sub";

    @Test
    void withBothANodeWhoseShellsAreTakenIsAskedForItsServicesByControlCenter() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SSH_WITH_SOAP);
                ClusterLink link = jobs.link()) {
            Node node = jobs.cluster().node(SUB).orElseThrow();
            ServiceList listed = link.run(node, new UtilsServiceList());
            link.close();
            jobs.simulator.faults().add(Fault.of(FaultKind.SESSION_LIMIT));
            // A shell is closed a moment after the last link that used it.
            eventually().untilAsserted(() -> assertThat(versionBySsh(jobs)).isInstanceOf(LinkFailure.Busy.class));
            try (ClusterLink shut = jobs.link()) {
                ServiceList instead = shut.run(node, new UtilsServiceList());

                assertThat(instead.complete()).isTrue();
                assertThat(instead.services()).isNotEmpty().allSatisfy(row -> assertThat(listed.find(row.name()))
                        .contains(row));
            }
        }
    }

    private @Nullable LinkFailure versionBySsh(SimulatedJobs jobs) {
        try (ClusterLink link = jobs.link()) {
            link.run(jobs.cluster().node(SUB).orElseThrow(), new ShowVersionActive());
            return null;
        } catch (LinkException e) {
            return e.failure();
        }
    }

    @Test
    void withBothANodeThatRefusesTheAccountIsNotAskedByAnotherWay() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SSH_WITH_SOAP)) {
            jobs.simulator.faults().add(Fault.of(FaultKind.REFUSE_ACCOUNT).by(Channel.SSH));
            try (ClusterLink link = jobs.link()) {
                assertThat(failure(() -> link.run(jobs.cluster().node(SUB).orElseThrow(), new UtilsServiceList())))
                        .isInstanceOf(TrustFailure.NotAuthenticated.class);
            }
            assertThat(jobs.simulator.heard()).noneMatch(heard -> heard.channel() == Channel.SOAP);
        }
    }

    @Test
    void withBothANodeWhoseSshPortIsClosedIsAskedForItsServicesByControlCenter() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("service-commanded-out", Transport.SSH_WITH_SOAP);
                ClusterLink open = jobs.link();
                ClusterLink link = jobs.link(withoutSsh(jobs.cluster()))) {
            Node node = withoutSsh(jobs.cluster()).node(SUB).orElseThrow();
            ServiceList listed = open.run(jobs.cluster().node(SUB).orElseThrow(), new UtilsServiceList());
            ServiceList instead = link.run(node, new UtilsServiceList());

            assertThat(instead.complete()).isTrue();
            assertThat(instead.services()).isNotEmpty().allSatisfy(row -> assertThat(listed.find(row.name()))
                    .contains(row));
            assertThat(failure(() -> link.run(node, new ShowVersionActive())))
                    .isInstanceOf(LinkFailure.NotReachable.class);
        }
    }

    @Test
    void whereBothWaysAreShutTheFailureIsTheFirstOnes() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SSH_WITH_SOAP);
                ClusterLink link = jobs.link(withoutSsh(jobs.cluster()))) {
            jobs.simulator.faults().add(Fault.of(FaultKind.REFUSE_ACCOUNT).by(Channel.SOAP));
            Node node = withoutSsh(jobs.cluster()).node(SUB).orElseThrow();

            assertThat(failure(() -> link.run(node, new UtilsServiceList())))
                    .isInstanceOf(LinkFailure.NotReachable.class);
        }
    }

    @Test
    void withSshAloneAClosedPortIsNotAskedByAnotherWay() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SSH);
                ClusterLink link = jobs.link(withoutSsh(jobs.cluster()))) {
            Node node = withoutSsh(jobs.cluster()).node(SUB).orElseThrow();

            assertThat(failure(() -> link.run(node, new UtilsServiceList())))
                    .isInstanceOf(LinkFailure.NotReachable.class);
            assertThat(jobs.simulator.heard()).isEmpty();
        }
    }

    /** The same cluster by an inventory in which nothing listens where the nodes' SSH should be. */
    private static Cluster withoutSsh(Cluster cluster) throws Exception {
        int closed = closedPort();
        List<Node> nodes = cluster.nodes().stream()
                .map(node -> new Node(node.name(), node.role(), node.host(), closed, node.httpsPort(), node.hostKey()))
                .toList();
        return new Cluster(
                cluster.id(),
                cluster.displayName(),
                cluster.credentials(),
                cluster.transport(),
                cluster.legacyAlgorithms(),
                cluster.trustedCertificates(),
                nodes,
                cluster.simulated());
    }

    private static int closedPort() throws Exception {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return once.getLocalPort();
        }
    }

    private interface Asking {
        Object ask() throws LinkException;
    }

    private static LinkFailure failure(Asking asking) {
        return catchThrowableOfType(LinkException.class, asking::ask).failure();
    }
}
