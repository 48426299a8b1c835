package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.http.creation.Created;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobMode;
import io.presencemedic.job.log.JobTarget;
import io.presencemedic.job.log.SubmittedBuilder;
import io.presencemedic.job.view.JobSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A job that another room wants for a request of its own.
 *
 * @param cluster the cluster's id, as the request names it
 * @param runbook name of the room's runbook, which works on a cluster as a whole
 * @param parameters as the runbook's schema wants them
 * @param reason why, for the audit; null where nobody said
 * @param ticket number in the caller's own system; null where nobody said
 * @param path the path of the request, under which a repetition is recognised
 * @param answering what the caller is told of the new job: where it is, and how it looks there
 */
public record JobOrder(
        String cluster,
        String runbook,
        ObjectNode parameters,
        @Nullable String reason,
        @Nullable String ticket,
        String path,
        Function<JobSummary, Created> answering) {
    JobEvent.Submitted submitted(String caller) {
        return new SubmittedBuilder()
                .cluster(cluster)
                .runbook(runbook)
                .mode(JobMode.EXECUTE)
                .target(JobTarget.NONE)
                .parameters(parameters)
                .reason(reason)
                .ticket(ticket)
                .requestedBy(caller)
                .build();
    }

    Created answer(JobSummary job) {
        return answering.apply(job);
    }

    /** What makes two orders the same. */
    Map<String, Object> asked() {
        Map<String, Object> asked = new LinkedHashMap<>(Map.of("parameters", parameters));
        asked.put("reason", reason);
        asked.put("ticket", ticket);
        return asked;
    }
}
