package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.LeapingClock;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.Scope;
import io.presencemedic.runbook.step.FakeCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A runbook on the cluster on paper, run by the real engine on a clock that only waiting moves. */
public final class PaperJob {
    private final MemoryJob job;
    private JobHistory history;
    private boolean died;

    /**
     * Prepares the job; nothing is done yet.
     *
     * @param execute whether it is executed, or only planned
     */
    public PaperJob(FakeCluster cluster, Runbook runbook, Scope scope, boolean execute) {
        JobEvent.Submitted submitted = new JobEvent.Submitted(
                "paper",
                runbook.card().name(),
                execute ? JobMode.EXECUTE : JobMode.PLAN,
                JobTarget.NONE,
                (ObjectNode) scope.parameters().json(),
                null,
                null,
                null,
                "test",
                null);
        LeapingClock clock = new LeapingClock();
        cluster.on(clock::instant);
        this.job = new MemoryJob(submitted, new World(cluster, runbook.plan(scope)), ToyJob.TIMING, clock);
        this.history = job.log.history();
    }

    /** Runs until it ends or asks. */
    public PaperJob run() {
        history = job.runToTheEnd();
        return this;
    }

    /** The process dies once, before or after the nth append. */
    public PaperJob dyingAt(int append, boolean before) {
        IntConsumer dies = n -> {
            if (n == append) {
                died = true;
                throw new MemoryJob.ProcessDied();
            }
        };
        if (before) {
            job.log.beforeAppend = dies;
        } else {
            job.log.afterAppend = dies;
        }
        return this;
    }

    /** Answers what was asked, and runs on. */
    public PaperJob answer(boolean approved) {
        int line = history.lines().stream()
                .filter(each -> each.asked() != null && each.outcome() == null)
                .findFirst()
                .orElseThrow()
                .number();
        job.log.write(new JobEvent.OperatorAnswered(line, approved, "approver", null));
        return run();
    }

    public String state() {
        return history.state().name();
    }

    /** Every line's outcome. */
    public List<String> outcomes() {
        return history.lines().stream()
                .map(line -> String.valueOf(line.outcome()))
                .toList();
    }

    /** Whether the process died as planned, and did not end before. */
    public boolean died() {
        return died;
    }

    /** What is left switched off, as callers are told. */
    public int leftSwitchedOff() {
        return history.leftSwitchedOff().size();
    }

    /** Whether something was changed, as callers are told. */
    public boolean changed() {
        return outcomes().contains("CHANGED");
    }

    /** The code of the failure; empty where there is none. */
    public String code() {
        return history.failure().map(JobFailure::code).orElse("");
    }

    /** Everything that the lines say. */
    public String why() {
        List<String> whys = new ArrayList<>();
        history.lines().forEach(line -> whys.add(line.number() + " " + line.step() + ": " + line.why()));
        return String.join("\n", whys);
    }

    /** Everything that is kept. */
    public String log() {
        return history.events().toString();
    }

    private static final class World extends WorldInMemory {
        private final FakeCluster paper;

        World(FakeCluster paper, Plan plan) {
            super(paper, plan);
            this.paper = paper;
        }

        @Override
        public JobEvent.ChapterPlanned resolve(JobHistory history, LineHistory asking, Chapter chapter) {
            throw new IllegalStateException("no procedure asks for another one");
        }

        @Override
        public Cluster cluster() {
            return paper.cluster();
        }
    }
}
