package io.presencemedic.notify.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.diagnosis.FindingChange;
import io.presencemedic.diagnosis.FindingListener;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.job.store.OutboxStatement;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.Notification;
import io.presencemedic.notify.format.NotificationBuilder;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells of findings: that one is new, and that one is gone, which closes the alert that its beginning raised. */
@ApplicationScoped
class FindingNotifications implements FindingListener {
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public OutboxStatement changed(FindingChange change) {
        return new OutboxStatement(Outbox.INSERT, Outbox.parameters(notification(change)));
    }

    private Notification notification(FindingChange change) {
        String where = change.node() == null ? change.cluster() : change.node() + " of " + change.cluster();
        return new NotificationBuilder()
                .id(ids.generate())
                .kind(change.appeared() ? EventKind.FINDING_NEW : EventKind.FINDING_GONE)
                .at(change.at())
                .cluster(change.cluster())
                .gravity(change.appeared() ? gravity(change.severity()) : Gravity.CLEAR)
                .key("presence-medic:finding:" + change.cluster() + ":" + change.code() + ":"
                        + (change.node() == null ? "" : change.node()))
                .subject("/api/v1/diagnoses/" + change.diagnosis())
                .summary((change.appeared() ? "New on " : "Gone on ") + where + ": " + change.code() + ". "
                        + change.summary())
                .data(data(change))
                .build();
    }

    private static ObjectNode data(FindingChange change) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode finding = data.putObject("finding");
        finding.put("code", change.code());
        finding.put("node", change.node());
        finding.put("severity", change.severity().name());
        finding.put("summary", change.summary());
        finding.put("since", change.since().toString());
        finding.put("diagnosis", change.diagnosis().toString());
        return data;
    }

    private static Gravity gravity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Gravity.CRITICAL;
            case ERROR -> Gravity.MAJOR;
            case WARNING -> Gravity.WARNING;
            case INFO -> Gravity.INFO;
        };
    }
}
