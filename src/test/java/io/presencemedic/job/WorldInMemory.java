package io.presencemedic.job;

import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.cli.Effect;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.Operation;
import io.presencemedic.cluster.Node;
import io.presencemedic.job.log.Chapters;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.run.ExecutionContext;
import io.presencemedic.link.ClusterLink;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ChangeReply;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Plan;
import io.presencemedic.runbook.TimeScale;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cluster without a wire as the engine sees it; what is sent to it is kept until it is asked for. */
abstract class WorldInMemory implements ExecutionContext, ClusterReader {
    private final ClusterLink link;
    private final Plan plan;
    private final List<String> sent = new ArrayList<>();

    WorldInMemory(ClusterLink link, Plan plan) {
        this.link = link;
        this.plan = plan;
    }

    @Override
    public JobEvent.Planned resolve(JobHistory history) {
        return new JobEvent.Planned(null, null, Chapters.outline(plan));
    }

    @Override
    public Plan plan(JobHistory history) {
        return plan;
    }

    @Override
    public ClusterReader look() {
        return this;
    }

    @Override
    public ChangeReply perform(Change change) throws LinkException {
        sent.add(change.text());
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
        return TimeScale.REAL;
    }

    @Override
    public <T> T ask(Node node, Command<T> command) throws LinkException {
        require(command.effect());
        sent.add(command.text());
        return link.run(node, command);
    }

    @Override
    public <T> T ask(Node node, Operation<T> operation) throws LinkException {
        require(operation.effect());
        sent.add(operation.summary());
        return link.call(node, operation);
    }

    private static void require(Effect effect) {
        if (effect != Effect.READS) {
            throw new IllegalArgumentException("a look must not change anything");
        }
    }

    @Override
    public long fetch(Node node, FileRequest file, OutputStream to) throws LinkException, IOException {
        sent.add("GetOneFile " + file.path());
        return link.fetch(node, file, to);
    }

    @Override
    public Optional<String> heldOffBy(Hold hold) {
        return Optional.empty();
    }
}
