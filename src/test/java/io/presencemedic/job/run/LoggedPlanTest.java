package io.presencemedic.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.PlannedLineBuilder;
import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Line;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A job goes on with the lines that it was planned with, whatever release takes it up. */
class LoggedPlanTest {
    private static final Plan BEFORE = plan("stop", "start", "start");

    private static Plan plan(String... body) {
        Plan.Builder plan = Plan.builder();
        Bracket bracket = new Bracket(new Named("off"), new Named("on"), Restoring.When.OWED);
        return plan.within(bracket, () -> List.of(body).forEach(name -> plan.then(new Named(name))))
                .build();
    }

    @Test
    void thePlanOfTheSameReleaseIsItself() {
        assertThat(LoggedPlan.of(Chapters.outline(BEFORE), BEFORE)).isSameAs(BEFORE);
    }

    @Test
    void aLineThatIsNewMovesNoOther() {
        Plan now = LoggedPlan.of(Chapters.outline(BEFORE), plan("look", "stop", "confirm", "start", "start"));

        assertThat(now).isEqualTo(BEFORE);
    }

    @Test
    void aLineThatIsNoMoreIsRefusedAndTheOthersStay() throws Exception {
        Plan now = LoggedPlan.of(Chapters.outline(BEFORE), plan("start", "start"));

        assertThat(names(now)).containsExactly("off", "stop", "start", "start", "on");
        assertThat(now.line(2).step().decide(null, null))
                .isInstanceOfSatisfying(
                        Decision.Refuse.class, it -> assertThat(it.code()).isEqualTo("JOB_OBSOLETE"));
        assertThat(now.line(5)).isEqualTo(BEFORE.line(5));
    }

    @Test
    void theLinesOfAChapterCountFromItsBeginning() {
        List<JobEvent.PlannedLine> further = Chapters.outline(BEFORE).stream()
                .map(line -> new PlannedLineBuilder()
                        .like(line)
                        .line(line.line() + 7)
                        .restores(
                                line.restores() == null ? null : line.restores().shifted(7))
                        .build())
                .toList();

        assertThat(LoggedPlan.of(further, plan("stop", "start", "look", "start")))
                .isEqualTo(BEFORE);
    }

    private static List<String> names(Plan plan) {
        return plan.lines().stream().map(Line::step).map(Step::name).toList();
    }

    private record Named(String name) implements Step {
        private static final Hold HOLD = Hold.highAvailability("toys");

        @Override
        public Optional<Hold> switchesOff() {
            return Optional.of(HOLD).filter(hold -> name.equals("off"));
        }

        @Override
        public Optional<Hold> switchesOn() {
            return Optional.of(HOLD).filter(hold -> name.equals("on"));
        }

        @Override
        public String target() {
            return "toy";
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Decision decide(ClusterReader look, LineMemory memory) {
            return new Decision.Done("done");
        }
    }
}
