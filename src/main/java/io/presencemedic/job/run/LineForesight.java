package io.presencemedic.job.run;

import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.Foreseen;
import io.presencemedic.runbook.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a line of a plan would send, which a step that grows its work as it goes along tells better than one decision.
 */
record LineForesight(JobHistory history, ExecutionContext world, Line line) {
    /**
     * All changes of the line, but for those that an earlier line would have made.
     *
     * @return none left where earlier lines make them all; empty where the step foresees no more than it decides
     */
    Optional<Foreseen> foreseen() throws LinkException {
        Optional<Foreseen> all = line.step().foresees(world.look());
        if (all.isEmpty()) {
            return all;
        }
        List<Change> left = new ArrayList<>(all.get().changes());
        left.removeAll(before());
        return Optional.of(
                left.isEmpty()
                        ? new Foreseen("what is stopped is started by the lines before", left)
                        : new Foreseen(all.get().why(), left));
    }

    private Set<Change> before() throws LinkException {
        Set<Change> before = new HashSet<>();
        for (LineHistory earlier : history.lines()) {
            if (earlier.number() < line.number()
                    && earlier.step().equals(line.step().name())
                    && earlier.outcome() == LineOutcome.CHANGED) {
                world.plan(history)
                        .line(earlier.number())
                        .step()
                        .foresees(world.look())
                        .ifPresent(foreseen -> before.addAll(foreseen.changes()));
            }
        }
        return before;
    }
}
