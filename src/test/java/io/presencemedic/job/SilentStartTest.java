package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.UtilsServiceControl;
import io.presencemedic.cluster.Node;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.simulator.InProcessLink;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A node that works on a start without a word is looked at, and is not told a second time. */
@BesideTheService
class SilentStartTest {
    private static final ObjectNode OAM_AGENT =
            JsonNodeFactory.instance.objectNode().put("service", "Cisco OAM Agent");

    @Test
    void aStartThatIsCarriedOutLateIsSentOnce() {
        SilentLink[] wire = new SilentLink[1];
        try (ModelJobs jobs = new ModelJobs("service-not-running", link -> wire[0] = new SilentLink(link))) {
            MemoryJob job = jobs.job(
                    RunbookName.SERVICE_START.text(), new JobTarget(null, "imp-pub"), OAM_AGENT, JobMode.EXECUTE);
            Instant begun = jobs.link.clock().instant();

            JobHistory history = job.runToTheEnd();

            assertThat(history.state()).as(ProcedureRunTest.whys(history)).isEqualTo(JobState.SUCCEEDED);
            assertThat(wire[0].starts).isEqualTo(1);
            assertThat(Duration.between(begun, jobs.link.clock().instant())).isLessThan(Duration.ofMinutes(4));
        }
    }

    /** A node that says nothing to a start, and carries it out a minute after it was given up. */
    private static final class SilentLink extends PassingLink {
        private static final Duration LATE = Duration.ofMinutes(1);

        private int starts;
        private @Nullable Instant due;
        private @Nullable Command<?> late;

        SilentLink(InProcessLink link) {
            super(link);
        }

        @Override
        public <T> T run(Node node, Command<T> command) throws LinkException {
            if (command instanceof UtilsServiceControl control && control.verb() == UtilsServiceControl.Verb.START) {
                starts++;
                late = command;
                link.clock().leap(command.silence());
                due = link.clock().instant().plus(LATE);
                throw new LinkException(new LinkFailure.TimedOut(node.name(), command.text(), command.silence()));
            }
            if (late != null && !link.clock().instant().isBefore(due)) {
                Command<?> start = late;
                late = null;
                link.run(node, start);
            }
            return link.run(node, command);
        }
    }
}
