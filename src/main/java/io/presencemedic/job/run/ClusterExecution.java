package io.presencemedic.job.run;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.LineHistory;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ChangeReply;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.Step;
import io.presencemedic.runbook.TimeScale;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A cluster of the inventory, over its link. */
public final class ClusterExecution implements ExecutionContext, ClusterReader {
    private final Cluster cluster;
    private final Runbook runbook;
    private final Function<String, Optional<Runbook>> catalog;
    private final ClusterLink link;
    private final TimeScale pace;
    private final Function<Hold, Optional<String>> heldOff;
    private final Predicate<Hold> leftOff;
    private final Function<UUID, Map<UUID, JobHistory>> sameWork;
    private final @Nullable UUID job;
    private final Set<String> sent = Collections.synchronizedSet(new LinkedHashSet<>());

    /** A cluster of which nothing is left off by a job that has ended. */
    public ClusterExecution(
            Cluster cluster,
            Runbook runbook,
            Function<String, Optional<Runbook>> catalog,
            ClusterLink link,
            TimeScale pace,
            Function<Hold, Optional<String>> heldOff,
            Function<UUID, Map<UUID, JobHistory>> sameWork,
            @Nullable UUID job) {
        this(cluster, runbook, catalog, link, pace, heldOff, hold -> false, sameWork, job);
    }

    /**
     * A cluster on which a job runs.
     *
     * @param catalog finds a runbook by its name
     * @param heldOff who has switched that off, by our own record
     * @param leftOff whether that job has ended
     * @param sameWork finds the logs of a job, of those that it retried, and of the retries of them all
     * @param job the job that looks and acts; null where nobody keeps what is seen
     */
    public ClusterExecution(
            Cluster cluster,
            Runbook runbook,
            Function<String, Optional<Runbook>> catalog,
            ClusterLink link,
            TimeScale pace,
            Function<Hold, Optional<String>> heldOff,
            Predicate<Hold> leftOff,
            Function<UUID, Map<UUID, JobHistory>> sameWork,
            @Nullable UUID job) {
        this.cluster = cluster;
        this.runbook = runbook;
        this.catalog = catalog;
        this.link = link;
        this.pace = pace;
        this.heldOff = heldOff;
        this.leftOff = leftOff;
        this.sameWork = sameWork;
        this.job = job;
    }

    @Override
    public List<JobEvent> doneBefore(JobHistory history, JobEvent.Planned planned) {
        UUID failed = history.submitted().retryOf();
        return failed == null ? List.of() : JobRetry.done(sameWork.apply(failed), planned);
    }

    @Override
    public JobEvent.Planned resolve(JobHistory history) throws LinkException, TargetRefused {
        JobEvent.Submitted submitted = history.submitted();
        return new TargetFinder(cluster, link).find(runbook, submitted.target(), submitted.parameters());
    }

    @Override
    public Plan plan(JobHistory history) {
        JobEvent.Planned planned =
                history.planned().orElseThrow(() -> new IllegalStateException("the job has no plan yet"));
        Plan plan = LoggedPlan.of(
                planned.lines(),
                runbook.plan(TargetFinder.scope(
                        cluster,
                        planned.group(),
                        planned.node(),
                        history.submitted().parameters())));
        for (JobEvent.ChapterPlanned chapter : history.chapters()) {
            Step again = plan.line(chapter.line()).step();
            plan = plan.followedBy(plan(chapter))
                    .followedBy(Plan.builder().then(again).build());
        }
        return plan;
    }

    private Plan plan(JobEvent.ChapterPlanned chapter) {
        List<JobEvent.PlannedLine> own =
                chapter.lines().subList(0, chapter.lines().size() - 1);
        return LoggedPlan.of(
                own,
                known(chapter.runbook())
                        .plan(TargetFinder.scope(cluster, chapter.group(), chapter.node(), chapter.parameters())));
    }

    private Runbook known(String name) {
        return catalog.apply(name).orElseThrow(() -> new IllegalStateException("there is no runbook " + name));
    }

    @Override
    public JobEvent.ChapterPlanned resolve(JobHistory history, LineHistory asking, Chapter chapter)
            throws LinkException, TargetRefused {
        JobTarget target = new JobTarget(chapter.group(), chapter.node());
        JobEvent.Planned planned = new TargetFinder(cluster, link)
                .find(known(chapter.runbook()), target, chapter.parameters().json());
        return Chapters.planned(history, asking, chapter, planned);
    }

    @Override
    public ClusterReader look() {
        return this;
    }

    @Override
    public String wording(Change change) {
        return change instanceof Change.ByCommand by ? link.wording(by.node(), by.command()) : change.text();
    }

    @Override
    public ChangeReply perform(Change change) throws LinkException {
        sent.add(wording(change));
        return change.perform(link);
    }

    @Override
    public List<String> sent() {
        List<String> texts = List.copyOf(sent);
        sent.clear();
        return texts;
    }

    @Override
    public TimeScale pace() {
        return pace;
    }

    @Override
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public Optional<UUID> job() {
        return Optional.ofNullable(job);
    }

    @Override
    public <T> T ask(Node node, Command<T> command) throws LinkException {
        requireReading(command.effect(), command.text());
        sent.add(link.wording(node, command));
        return link.run(node, command);
    }

    @Override
    public <T> T ask(Node node, Operation<T> operation) throws LinkException {
        requireReading(operation.effect(), operation.summary());
        sent.add(operation.summary());
        return link.call(node, operation);
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException {
        sent.add("GetOneFile " + file.path());
        return link.fetch(node, file, to);
    }

    @Override
    public Optional<String> heldOffBy(Hold hold) {
        return heldOff.apply(hold);
    }

    @Override
    public boolean isLeftOff(Hold hold) {
        return leftOff.test(hold);
    }

    private static void requireReading(Effect effect, String text) {
        if (effect != Effect.READS) {
            throw new IllegalArgumentException("a look must not change anything: " + text);
        }
    }
}
