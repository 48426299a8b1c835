package io.presencemedic.notify.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.store.AppendedEvents;
import io.presencemedic.job.store.JobEventListener;
import io.presencemedic.job.store.OutboxStatement;
import io.presencemedic.job.view.JobSummary;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.Notification;
import io.presencemedic.notify.format.NotificationBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of jobs: that one has ended, needs attention, wants an approval, or has left something switched off. */
@ApplicationScoped
class JobNotifications implements JobEventListener {
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public List<OutboxStatement> appending(AppendedEvents appended) {
        List<OutboxStatement> statements = new ArrayList<>();
        for (RecordedEvent recorded : appended.events()) {
            if (recorded.event() instanceof JobEvent.Finished end) {
                finished(appended.job(), end, recorded.at()).forEach(event -> statements.add(statement(event)));
            } else if (recorded.event() instanceof JobEvent.OperatorAsked asked) {
                statements.add(statement(asked(appended.job(), asked, recorded.at())));
            }
        }
        return statements;
    }

    private static OutboxStatement statement(Notification event) {
        return new OutboxStatement(Outbox.INSERT, Outbox.parameters(event));
    }

    private List<Notification> finished(JobSummary job, JobEvent.Finished end, Instant at) {
        List<Notification> events = new ArrayList<>();
        ObjectNode data = JobData.of(job, end);
        String what = "Job " + job.runbook() + " on " + job.cluster();
        events.add(event(EventKind.JOB_FINISHED, job, at, gravity(end.state()), ended(what, end), data));
        if (end.state() == JobState.NEEDS_ATTENTION) {
            events.add(event(
                    EventKind.JOB_NEEDS_ATTENTION,
                    job,
                    at,
                    Gravity.CRITICAL,
                    ended(what, end) + " A person has to see to it.",
                    data));
        }
        if (!end.leftSwitchedOff().isEmpty()) {
            events.add(event(
                    EventKind.LEFT_SWITCHED_OFF, job, at, Gravity.CRITICAL, what + " left off: " + left(end), data));
        }
        return events;
    }

    private Notification asked(JobSummary job, JobEvent.OperatorAsked asked, Instant at) {
        ObjectNode data = JobData.of(job);
        ObjectNode approval = data.putObject("approval");
        approval.put("line", asked.line());
        approval.put("question", asked.question());
        approval.put("command", asked.command());
        approval.put("expiresAt", asked.expiresAt().toString());
        String summary = "Job " + job.runbook() + " on " + job.cluster() + " waits for an approval until "
                + asked.expiresAt() + ": " + asked.question();
        return event(EventKind.APPROVAL_WANTED, job, at, Gravity.WARNING, summary, data);
    }

    private Notification event(
            EventKind kind, JobSummary job, Instant at, Gravity gravity, String summary, ObjectNode data) {
        return new NotificationBuilder()
                .id(ids.generate())
                .kind(kind)
                .at(at)
                .cluster(job.cluster())
                .ticket(job.ticket())
                .gravity(gravity)
                .key("presence-medic:job:" + job.id())
                .subject("/api/v1/jobs/" + job.id())
                .summary(summary)
                .data(data)
                .build();
    }

    private static String ended(String what, JobEvent.Finished end) {
        String words = what + " ended " + end.state() + ".";
        return end.failure() == null ? words : words + " " + end.failure().detail();
    }

    private static String left(JobEvent.Finished end) {
        return end.leftSwitchedOff().stream()
                .map(each -> each.kind() + " of " + each.subject())
                .collect(Collectors.joining(", "));
    }

    /** A job that ended well, or that nobody wants any more, takes back what was told of it before. */
    private static Gravity gravity(JobState state) {
        return switch (state) {
            case SUCCEEDED, CANCELLED -> Gravity.CLEAR;
            case FAILED -> Gravity.MAJOR;
            case NEEDS_ATTENTION -> Gravity.CRITICAL;
            case QUEUED, RUNNING, WAITING, AWAITING_APPROVAL -> Gravity.INFO;
        };
    }
}
