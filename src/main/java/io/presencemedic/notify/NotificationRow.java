package io.presencemedic.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.notify.event.Outbox;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.Notification;
import io.presencemedic.notify.format.NotificationBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that is told. */
@Entity
@Table(name = "notification")
class NotificationRow {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    UUID id;

    @Column
    @Enumerated(EnumType.STRING)
    EventKind kind;

    @Column
    Instant at;

    @Column
    @Nullable
    String cluster;

    @Column
    @Nullable
    String ticket;

    @Column
    @Enumerated(EnumType.STRING)
    Gravity gravity;

    @Column(name = "message_key")
    String key;

    @Column
    String subject;

    @Column
    String summary;

    @Column
    String data;

    static NotificationRow of(Notification event) {
        NotificationRow row = new NotificationRow();
        row.id = event.id();
        row.kind = event.kind();
        row.at = event.at();
        row.cluster = event.cluster();
        row.ticket = event.ticket();
        row.gravity = event.gravity();
        row.key = event.key();
        row.subject = event.subject();
        row.summary = event.summary();
        row.data = Outbox.json(event);
        return row;
    }

    Notification notification() {
        try {
            ObjectNode content = JSON.readValue(data, ObjectNode.class);
            return new NotificationBuilder()
                    .id(id)
                    .kind(kind)
                    .at(at)
                    .cluster(cluster)
                    .ticket(ticket)
                    .gravity(gravity)
                    .key(key)
                    .subject(subject)
                    .summary(summary)
                    .data(content)
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
