package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.UtilsDbreplicationRuntimestate;
import io.presencemedic.cluster.Node;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.ssh.PlatformWords;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.simulator.InProcessLink;
import org.junit.jupiter.api.Test;

/** Replication that does not apply to a CUCM of one node is missing in a pair, which high availability needs (C2). */
@BesideTheService
class LonelyNodeTest {
    @Test
    void aNodeOfAPairThatKnowsOfNoOtherIsNotReplicated() {
        try (ModelJobs jobs = new ModelJobs("ha-left-off", Lonely::new)) {
            JobHistory history = jobs.job(
                            RunbookName.HIGH_AVAILABILITY_ENABLE.text(),
                            new JobTarget("DefaultCUPSubcluster", null),
                            SimulatedJobs.noParameters(),
                            JobMode.EXECUTE)
                    .runToTheEnd();

            assertThat(jobs.changes()).isEmpty();
            assertThat(history.failure().orElseThrow().code()).isEqualTo("HA_PRECONDITIONS");
        }
    }

    /** Every node says that it is the only active one. */
    private static final class Lonely extends PassingLink {
        Lonely(InProcessLink link) {
            super(link);
        }

        @Override
        public <T> T run(Node node, Command<T> command) throws LinkException {
            return command.text().equals(new UtilsDbreplicationRuntimestate().text())
                    ? PlatformWords.read(
                            node.name(),
                            command,
                            Answer.of("Runtime state cannot be performed on a cluster with a single active node;"
                                    + " aborting operation\n"))
                    : link.run(node, command);
        }
    }
}
