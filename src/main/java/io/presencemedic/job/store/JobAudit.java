package io.presencemedic.job.store;

import io.presencemedic.access.FourEyes;
import io.presencemedic.audit.Actor;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditStatement;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.RecordedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records in the audit log what people do with jobs, and how jobs end. */
@ApplicationScoped
class JobAudit implements JobEventListener {
    private static final Map<Class<? extends JobEvent>, String> VERBS = Map.of(
            JobEvent.Submitted.class, "job.submit",
            JobEvent.CancelRequested.class, "job.cancel",
            JobEvent.RestoreRequested.class, "job.restore",
            JobEvent.HoldExtended.class, "job.extend",
            JobEvent.Acknowledged.class, "job.acknowledge",
            JobEvent.HostKeyPinned.class, "cluster.pin-host-key",
            JobEvent.Finished.class, "job.finish");

    @Override
    public List<OutboxStatement> appending(AppendedEvents appended) {
        Actor actor = CurrentActor.get();
        List<OutboxStatement> statements = new ArrayList<>();
        for (RecordedEvent recorded : appended.events()) {
            if (recorded.event() instanceof JobEvent.Submitted) {
                statements.add(new OutboxStatement(FourEyes.REMEMBER, FourEyes.remembering(actor, appended.id())));
            }
            verb(recorded.event())
                    .map(verb -> entry(verb, appended))
                    .map(entry -> new OutboxStatement(AuditStatement.SQL, AuditStatement.parameters(actor, entry)))
                    .ifPresent(statements::add);
        }
        return statements;
    }

    private static AuditEntry entry(String verb, AppendedEvents appended) {
        return AuditEntry.of(verb)
                .cluster(appended.job().cluster())
                .job(appended.id())
                .target("/api/v1/jobs/" + appended.id())
                .after("{\"runbook\":\"" + appended.job().runbook() + "\",\"state\":\""
                        + appended.job().state() + "\"}");
    }

    private static Optional<String> verb(JobEvent event) {
        if (event instanceof JobEvent.OperatorAnswered answer) {
            return Optional.of(answer.approved() ? "job.approve" : "job.decline");
        }
        return Optional.ofNullable(VERBS.get(event.getClass()));
    }
}
