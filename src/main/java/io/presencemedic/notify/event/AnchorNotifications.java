package io.presencemedic.notify.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.audit.Anchor;
import io.presencemedic.audit.AnchorListener;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.NotificationBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells anchors of the audit log to endpoints outside, where nobody who changes the database can change them. */
@ApplicationScoped
class AnchorNotifications implements AnchorListener {
    private final Outbox outbox;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    AnchorNotifications(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> anchored(Mutiny.Session session, Anchor anchor) {
        return outbox.write(
                session,
                new NotificationBuilder()
                        .id(ids.generate())
                        .kind(EventKind.AUDIT_ANCHORED)
                        .at(anchor.at())
                        .gravity(Gravity.INFO)
                        .key("presence-medic:audit-anchor")
                        .subject("/api/v1/audit/verification")
                        .summary("The audit log has " + anchor.seq() + " entries, the last one with the hash "
                                + anchor.hash() + ".")
                        .data(data(anchor))
                        .build());
    }

    private static ObjectNode data(Anchor anchor) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ObjectNode told = data.putObject("anchor");
        told.put("seq", anchor.seq());
        told.put("hash", anchor.hash());
        told.put("at", anchor.at().toString());
        return data;
    }
}
