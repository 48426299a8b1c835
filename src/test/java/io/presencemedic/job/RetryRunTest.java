package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.UtilsServiceControl;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.simulator.InProcessLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However often and from wherever a job is retried, what it has restarted is not restarted again. */
@BesideTheService
class RetryRunTest {
    private static final String SCENARIO = "presence-engine-down-on-both";
    private static final String RUNBOOK = "presence-engine-outside-group";

    private final Refusing[] wire = new Refusing[1];
    private final ModelJobs jobs = new ModelJobs(SCENARIO, link -> wire[0] = new Refusing(link));

    /** With high availability off, what fails leaves nothing behind that a person has to see to first. */
    @BeforeEach
    void switchHighAvailabilityOff() {
        jobs.link.tell(world -> world.groups().forEach(group -> world.configureHighAvailability(group, false)));
    }

    @Test
    void aRetryOfARetryKnowsWhatTheFirstJobHasDone() {
        wire[0].refuses = Refuses.RESTARTS_OF_ENGINES;
        MemoryJob second = failed(jobs.retry(failed(first())));

        wire[0].refuses = Refuses.NOTHING;
        assertEachRestartIsSentOnce(jobs.retry(second));
    }

    @Test
    void aRetryThatFailedBeforeItHadAPlanIsRetriedLikeTheJobBeforeIt() {
        wire[0].refuses = Refuses.RESTARTS_OF_ENGINES;
        MemoryJob first = failed(first());
        wire[0].refuses = Refuses.EVERYTHING;
        MemoryJob second = failed(jobs.retry(first));
        assertThat(second.log.history().planned()).isEmpty();

        wire[0].refuses = Refuses.NOTHING;
        assertEachRestartIsSentOnce(jobs.retry(second));
    }

    @Test
    void aJobThatIsRetriedOnceMoreKnowsWhatItsFirstRetryHasDone() {
        wire[0].refuses = Refuses.RESTARTS;
        MemoryJob first = failed(first());
        wire[0].refuses = Refuses.RESTARTS_OF_ENGINES;
        failed(jobs.retry(first));

        wire[0].refuses = Refuses.NOTHING;
        assertEachRestartIsSentOnce(jobs.retry(first));
    }

    private MemoryJob first() {
        return jobs.job(RUNBOOK, JobTarget.NONE, SimulatedJobs.noParameters(), JobMode.EXECUTE);
    }

    private MemoryJob failed(MemoryJob job) {
        JobHistory history = jobs.answered(job, true);
        assertThat(history.state()).as(ProcedureRunTest.whys(history)).isEqualTo(JobState.FAILED);
        return job;
    }

    private void assertEachRestartIsSentOnce(MemoryJob last) {
        JobHistory history = jobs.answered(last, true);

        assertThat(history.state()).as(ProcedureRunTest.whys(history)).isEqualTo(JobState.SUCCEEDED);
        assertThat(jobs.changes().stream().filter(change -> change.contains(" restart ")))
                .containsExactly(
                        "imp-pub utils service restart Cisco SIP Proxy",
                        "imp-pub utils service restart Cisco Presence Engine",
                        "imp-sub utils service restart Cisco SIP Proxy",
                        "imp-sub utils service restart Cisco Presence Engine");
        jobs.close();
    }

    private enum Refuses {
        NOTHING,
        RESTARTS_OF_ENGINES,
        RESTARTS,
        EVERYTHING
    }

    /** An account that may not do everything. */
    private static final class Refusing extends PassingLink {
        private Refuses refuses = Refuses.NOTHING;

        Refusing(InProcessLink link) {
            super(link);
        }

        @Override
        public <T> T run(Node node, Command<T> command) throws LinkException {
            boolean restarts = command instanceof UtilsServiceControl control
                    && control.verb() == UtilsServiceControl.Verb.RESTART;
            boolean isEngine = command.text().endsWith("Cisco Presence Engine");
            refuse(
                    node,
                    command.text(),
                    restarts && (refuses == Refuses.RESTARTS || (isEngine && refuses == Refuses.RESTARTS_OF_ENGINES)));
            return link.run(node, command);
        }

        @Override
        public <T> T call(Node node, Operation<T> operation) throws LinkException {
            refuse(node, operation.summary(), false);
            return super.call(node, operation);
        }

        private void refuse(Node node, String what, boolean refused) throws LinkException {
            if (refused || refuses == Refuses.EVERYTHING) {
                throw new LinkException(new LinkFailure.NotAuthorised(node.name(), "medic", what));
            }
        }
    }
}
