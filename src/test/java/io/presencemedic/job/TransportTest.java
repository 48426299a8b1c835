package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.cli.ShowVersionActive;
import io.presencemedic.cisco.cli.UtilsServiceList;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cisco.soap.GetServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.Transport;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What jobs do on clusters of each transport, over real connections to a simulated cluster. */
@BesideTheService
class TransportTest {
    private static final String ENGINE = "Cisco Presence Engine";
    private static final JobTarget SUB = new JobTarget(null, "imp-sub");

    private JobHistory run(SimulatedJobs jobs, String runbook, JobTarget target, String service) {
        ObjectNode parameters = SimulatedJobs.noParameters();
        if (service != null) {
            parameters.put("service", service);
        }
        return jobs.job(runbook, target, parameters, JobMode.EXECUTE).runToTheEnd();
    }

    private static List<JournalEntry> changes(SimulatedJobs jobs) {
        return jobs.simulator.heard().stream().filter(JournalEntry::changes).toList();
    }

    private static void heardNothingBy(SimulatedJobs jobs, Channel channel) {
        assertThat(jobs.simulator.heard()).noneMatch(heard -> heard.channel() == channel);
    }

    private static Node node(SimulatedJobs jobs, String name) {
        return jobs.cluster().node(name).orElseThrow();
    }

    @Test
    void withSoapAServiceIsRestartedByControlCenterAlone() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SOAP)) {
            JobHistory job = run(jobs, "service-restart", SUB, ENGINE);

            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(changes(jobs))
                    .extracting(JournalEntry::text)
                    .containsExactly("soapDoControlServices NodeName=imp-sub ControlType=Restart item=" + ENGINE);
            heardNothingBy(jobs, Channel.SSH);
            assertThat(job.line(1).commands()).contains("soapDoControlServices Restart " + ENGINE);
        }
    }

    @Test
    void withSoapAServiceIsActivatedAndStartedByControlCenterAlone() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("service-not-activated", Transport.SOAP)) {
            JobHistory job = run(jobs, "service-activate", SUB, "Cisco XCP Text Conference Manager");

            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(changes(jobs).get(0).text())
                    .isEqualTo("soapDoServiceDeployment NodeName=imp-sub DeployType=Deploy"
                            + " item=Cisco XCP Text Conference Manager");
            heardNothingBy(jobs, Channel.SSH);
        }
    }

    @Test
    void withSoapARestartWhoseAnswerIsLostIsLookedUpAndNotSentAgain() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SOAP)) {
            jobs.simulator.faults().add(Fault.of(FaultKind.DROP_AFTER).at("soapDoControlServices"));
            JobHistory job = run(jobs, "service-restart", SUB, ENGINE);

            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.line(1).why()).contains("was restarted: it has been running since");
            assertThat(changes(jobs)).hasSize(1);
        }
    }

    @Test
    void withSoapARestartThatNeverArrivedIsSentAgainOnceTheStartTimeSaysSo() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SOAP)) {
            jobs.simulator.faults().add(Fault.of(FaultKind.DROP_BEFORE).at("soapDoControlServices"));
            JobHistory job = run(jobs, "service-restart", SUB, ENGINE);

            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(changes(jobs)).extracting(JournalEntry::executed).containsExactly(false, true);
        }
    }

    @Test
    void withSoapTomcatAndTheDatabaseAreLeftToTheCli() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SOAP)) {
            for (String service : List.of("Cisco Tomcat", "A Cisco DB", "System SSH")) {
                JobHistory job = run(jobs, "service-restart", SUB, service);

                assertThat(job.state()).as(service).isEqualTo(JobState.FAILED);
                assertThat(job.failure().orElseThrow().code()).isEqualTo("LINK_NOT_BY_THIS_TRANSPORT");
                assertThat(job.failure().orElseThrow().detail()).contains("CLI", "transport is SOAP");
            }
            assertThat(changes(jobs)).isEmpty();
        }
    }

    @Test
    void withSoapAProcedureThatNeedsTheCliIsRefusedBeforeAnythingIsChanged() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("stuck-in-starting+failover-after-a-day", Transport.SOAP)) {
            JobHistory job = run(jobs, "services-stuck-in-starting", JobTarget.NONE, null);

            assertThat(job.state()).isEqualTo(JobState.FAILED);
            assertThat(job.failure().orElseThrow().code()).isEqualTo("LINK_NOT_BY_THIS_TRANSPORT");
            assertThat(changes(jobs)).isEmpty();
            heardNothingBy(jobs, Channel.SSH);
        }
    }

    @Test
    void theSameProcedureWorksWithSshWhereControlCenterIsNeverAsked() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("stuck-in-starting+failover-after-a-day", Transport.SSH)) {
            JobHistory job = run(jobs, "services-stuck-in-starting", JobTarget.NONE, null);

            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(jobs.simulator.heard()).noneMatch(heard -> heard.text().startsWith("soap"));
        }
    }

    @Test
    void withSshNobodyTellsWhetherALostRestartTookPlaceSoAnOperatorIsAsked() throws Exception {
        try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SSH)) {
            jobs.simulator.faults().add(Fault.of(FaultKind.DROP_BEFORE).at("utils service restart"));
            JobHistory job = run(jobs, "service-restart", SUB, ENGINE);

            assertThat(job.state()).isEqualTo(JobState.AWAITING_APPROVAL);
            assertThat(changes(jobs)).hasSize(1);
        }
    }

    @Test
    void withBothTheStartTimeTellsWhetherALostRestartTookPlace() throws Exception {
        for (FaultKind cut : List.of(FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER)) {
            try (SimulatedJobs jobs = new SimulatedJobs("healthy", Transport.SSH_WITH_SOAP)) {
                jobs.simulator.faults().add(Fault.of(cut).at("utils service restart"));
                JobHistory job = run(jobs, "service-restart", SUB, ENGINE);

                assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
                assertThat(changes(jobs)).filteredOn(JournalEntry::executed).hasSize(1);
                assertThat(changes(jobs)).allMatch(heard -> heard.channel() == Channel.SSH);
            }
        }
    }

    @Test
    void withSoapTheVersionAndTheServicesAreToldAsByTheCli() throws Exception {
        try (SimulatedJobs soap = new SimulatedJobs("service-commanded-out", Transport.SOAP);
                ClusterLink link = soap.link()) {
            Node node = node(soap, "imp-sub");
            assertThat(link.run(node, new ShowVersionActive()).version()).hasToString("15.0.1.12900-43");
            assertThat(link.run(node, new UtilsServiceList()).find(new ServiceName(ENGINE)))
                    .contains(new ServiceStatus(
                            new ServiceName(ENGINE), ServiceState.STOPPED, StopReason.COMMANDED_OUT_OF_SERVICE));
        }
    }

    @Test
    void withSshControlCenterIsRefusedAndRedundancyGroupsAreNot() throws Exception {
        try (SimulatedJobs ssh = new SimulatedJobs("healthy", Transport.SSH);
                ClusterLink link = ssh.link()) {
            assertThat(failure(() -> link.call(node(ssh, "imp-sub"), GetServiceStatus.all())))
                    .isInstanceOf(LinkFailure.NotByThisTransport.class);
            assertThat(run(ssh, "high-availability-disable", JobTarget.NONE, null)
                            .state())
                    .isEqualTo(JobState.SUCCEEDED);
        }
    }

    private interface Asking {
        Object ask() throws LinkException;
    }

    private static LinkFailure failure(Asking asking) {
        return catchThrowableOfType(LinkException.class, asking::ask).failure();
    }
}
