package io.presencemedic.notify.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.view.JobSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job as receivers see it. */
final class JobData {
    private JobData() {}

    static ObjectNode of(JobSummary job, JobEvent.Finished end) {
        ObjectNode data = of(job);
        ObjectNode shown = (ObjectNode) data.get("job");
        shown.put("state", end.state().name());
        if (end.failure() != null) {
            ObjectNode failure = shown.putObject("failure");
            failure.put("code", end.failure().code());
            failure.put("detail", end.failure().detail());
            failure.put("line", end.failure().line());
            failure.put("target", end.failure().target());
        }
        end.leftSwitchedOff().forEach(each -> shown.withArray("leftSwitchedOff")
                .addObject()
                .put("kind", each.kind().name())
                .put("subject", each.subject())
                .put("since", each.since().toString())
                .put("why", each.why()));
        return data;
    }

    static ObjectNode of(JobSummary job) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode shown = data.putObject("job");
        shown.put("id", job.id().toString());
        shown.put("runbook", job.runbook());
        shown.put("state", job.state().name());
        shown.put("requestedBy", job.requestedBy());
        shown.put("reason", job.reason());
        shown.put("createdAt", text(job.createdAt()));
        shown.put("startedAt", text(job.startedAt()));
        shown.put("finishedAt", text(job.finishedAt()));
        return data;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
