package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.EnteredCluster;
import io.presencemedic.LeapingClock;
import io.presencemedic.SimulatedInventory;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Transport;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.SubmittedBuilder;
import io.presencemedic.job.run.ClusterExecution;
import io.presencemedic.job.run.ExecutionContext;
import io.presencemedic.job.run.JobTiming;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.OwnLinks;
import io.presencemedic.runbook.TimeScale;
import io.presencemedic.simulator.Channel;
import io.presencemedic.simulator.Fault;
import io.presencemedic.simulator.FaultKind;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated cluster of a test's own, with a clock that leaps over waits, and jobs that run on it with their log in
 * memory.
 */
final class SimulatedJobs implements AutoCloseable {
    private static final double FACTOR = 200;
    private static final JobTiming TIMING =
            new JobTiming(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(1));

    final LeapingClock clock = new LeapingClock(Instant.now());
    final Simulator simulator;
    private final OwnLinks links = new OwnLinks();
    private final Transport transport;

    SimulatedJobs(String scenario) throws IOException {
        this(scenario, Transport.SSH_WITH_SOAP);
    }

    SimulatedJobs(String scenario, Transport transport) throws IOException {
        this.transport = transport;
        this.simulator = Simulator.start(
                SimulatorSettings.of(Files.createTempDirectory("medic-golden"), scenario, FACTOR, false, clock)
                        .passing());
    }

    /** A link to the cluster. */
    ClusterLink link() {
        return link(cluster());
    }

    /** A link to a cluster as an inventory has it. */
    ClusterLink link(Cluster cluster) {
        return links.to(cluster, LinkListener.NONE);
    }

    /** A job on the cluster; its link is opened anew for each claim. */
    MemoryJob job(String runbook, JobTarget target, ObjectNode parameters, JobMode mode) {
        JobEvent.Submitted submitted = new SubmittedBuilder()
                .cluster("simulated")
                .runbook(runbook)
                .mode(mode)
                .target(target)
                .parameters(parameters)
                .requestedBy("test")
                .build();
        Cluster cluster = cluster();
        ClusterLink link = link(cluster);
        ExecutionContext world = new ClusterExecution(
                cluster,
                ModelJobs.CATALOG.find(runbook).orElseThrow(),
                name -> Optional.empty(),
                link,
                new TimeScale(FACTOR),
                hold -> Optional.empty(),
                id -> Map.of(),
                null);
        return new MemoryJob(submitted, world, TIMING, clock);
    }

    /** From now on every account is refused and every connection cut. */
    void refuseAccounts() {
        simulator.faults().add(Fault.of(FaultKind.REFUSE_ACCOUNT));
        simulator.faults().add(Fault.of(FaultKind.DROP_BEFORE).by(Channel.SSH).times(0));
    }

    static ObjectNode noParameters() {
        return JsonNodeFactory.instance.objectNode();
    }

    Cluster cluster() {
        return new Cluster(
                "simulated",
                "Simulated",
                EnteredCluster.CREDENTIALS,
                transport,
                false,
                simulator.certificate(),
                SimulatedInventory.nodes(simulator),
                true);
    }

    @Override
    public void close() {
        links.close();
        simulator.close();
    }
}
