package io.presencemedic.job;

import io.presencemedic.cisco.cli.SetReplicationSyncMonitor;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LeftSwitchedOff;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.simulator.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A remedy that meets a fault.
 *
 * @param atLook whether it strikes at something that only looks
 * @param nth the change or look of the fault's way at which it strikes, from 1
 */
record FaultRun(ProcedureCase remedy, WireFault fault, boolean atLook, int nth) {
    private static final int MOST_RESUMPTIONS = 12;

    /**
     * How it ended.
     *
     * @param wrong what must not be, in sentences
     */
    record Verdict(JobState state, List<String> wrong) {
        String letter() {
            return wrong.isEmpty() ? state.name().substring(0, 1) : "!";
        }
    }

    /**
     * What was heard of a run without any fault.
     *
     * @param heard how often each change was heard
     * @param looksByShell how often the nodes were only looked at by their shells
     * @param looksByWeb the same by their web services
     */
    record Ran(Map<String, Integer> heard, int byShell, int byWeb, int looksByShell, int looksByWeb) {
        int looks(WireFault.Way way) {
            return way == WireFault.Way.SHELL ? looksByShell : looksByWeb;
        }

        int changes(WireFault.Way way) {
            return way == WireFault.Way.SHELL ? byShell : byWeb;
        }
    }

    static Ran undisturbed(ProcedureCase remedy) {
        try (ModelJobs jobs = new ModelJobs(remedy.scenario())) {
            jobs.answered(jobs.job(remedy.runbook(), remedy.target(), remedy.parameters(), JobMode.EXECUTE), true);
            return new Ran(
                    heard(jobs),
                    count(jobs, Channel.SSH, true),
                    count(jobs, Channel.SOAP, true),
                    count(jobs, Channel.SSH, false),
                    count(jobs, Channel.SOAP, false));
        }
    }

    private static int count(ModelJobs jobs, Channel channel, boolean changes) {
        return (int) jobs.link.heard().stream()
                .filter(heard -> heard.changes() == changes)
                .filter(heard -> heard.channel() == channel)
                .count();
    }

    private static Map<String, Integer> heard(ModelJobs jobs) {
        Map<String, Integer> heard = new TreeMap<>();
        jobs.changes().forEach(change -> heard.merge(change, 1, Integer::sum));
        return heard;
    }

    String words() {
        return "%s on %s, %s at %s %d"
                .formatted(remedy.runbook(), remedy.scenario(), fault, atLook ? "look" : "change", nth);
    }

    Verdict judged(Ran undisturbed) {
        try (ModelJobs jobs = new ModelJobs(remedy.scenario(), link -> new FaultyLink(link, fault, atLook, nth))) {
            MemoryJob job = jobs.job(remedy.runbook(), remedy.target(), remedy.parameters(), JobMode.EXECUTE);
            JobHistory history = jobs.answered(job, true);
            for (int again = 0; again < MOST_RESUMPTIONS && history.retryAt() != null; again++) {
                job.resume();
                history = jobs.answered(job, true);
            }
            return new Verdict(history.state(), wrong(jobs, history, undisturbed));
        }
    }

    private List<String> wrong(ModelJobs jobs, JobHistory history, Ran undisturbed) {
        List<String> wrong = new ArrayList<>();
        Set<String> said =
                history.leftSwitchedOff().stream().map(LeftSwitchedOff::subject).collect(Collectors.toSet());
        Set<String> off = RecoverRules.off(jobs);
        if (!history.isFinished()) {
            wrong.add("it does not end: " + history.state());
        }
        if (!said.equals(off)) {
            wrong.add("off is " + off + " and said is " + said);
        }
        boolean mustSucceed = fault.end == WireFault.End.AS_UNDISTURBED && (!atLook || fault.passes());
        if (mustSucceed && history.state() != JobState.SUCCEEDED) {
            wrong.add("it ends " + history.state() + ": " + history.failure());
        }
        if (history.state() != JobState.SUCCEEDED && history.failure().isEmpty()) {
            wrong.add("it ends " + history.state() + " without a failure");
        }
        wrong.addAll(sentTooOften(jobs, history, undisturbed));
        return wrong;
    }

    /** What can be sent twice without a harm is sent once more at most, and anything else only by a person's word. */
    private List<String> sentTooOften(ModelJobs jobs, JobHistory history, Ran undisturbed) {
        List<String> wrong = new ArrayList<>();
        heard(jobs).forEach((change, times) -> {
            int most = undisturbed.heard().getOrDefault(change, 1) + (RecoverRules.isOnceOnly(change) ? 0 : 1);
            if (times > most + asked(history, change) + afterRestart(change)) {
                wrong.add("\"" + change + "\" was sent " + times + " times");
            }
        });
        return wrong;
    }

    /** Nobody knows whether a monitor that was switched off while its node came up is off once the node is up (C5). */
    private int afterRestart(String change) {
        return fault == WireFault.NODE_RESTARTS && change.endsWith(new SetReplicationSyncMonitor(false).text()) ? 1 : 0;
    }

    private static long asked(JobHistory history, String change) {
        return history.events().stream()
                .map(RecordedEvent::event)
                .filter(event -> event instanceof JobEvent.OperatorAsked asked
                        && asked.command() != null
                        && change.endsWith(Objects.requireNonNull(asked.command())))
                .count();
    }
}
