package io.presencemedic.notify.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.notify.format.MessageFormat;
import io.presencemedic.notify.format.Notification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes what is to be told, in the transaction in which it happens. The database itself finds the endpoints that want
 * it, so that an endpoint which is removed meanwhile disturbs nobody.
 */
@ApplicationScoped
public class Outbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** With the parameters that {@link #parameters} gives, in their order. */
    static final String INSERT = """
            WITH wanting AS (
              SELECT id FROM webhook
              WHERE CAST($2 AS text) = ANY (events)
                AND (cardinality(clusters) = 0 OR CAST($4 AS text) IS NULL OR CAST($4 AS text) = ANY (clusters))
                AND format = ANY (string_to_array(CAST($11 AS text), ','))
              FOR KEY SHARE),
            told AS (
              INSERT INTO notification (id, kind, at, cluster, ticket, gravity, message_key, subject, summary, data)
              SELECT CAST($1 AS uuid), CAST($2 AS text), CAST($3 AS timestamptz), CAST($4 AS text), CAST($5 AS text),
                CAST($6 AS text), CAST($7 AS text), CAST($8 AS text), CAST($9 AS text), CAST($10 AS text)
              WHERE EXISTS (SELECT FROM wanting) ON CONFLICT DO NOTHING RETURNING id)
            INSERT INTO webhook_delivery (id, webhook, notification, state, due_at, created_at)
            SELECT medic_uuid7(), wanting.id, told.id, 'PENDING', clock_timestamp(), clock_timestamp()
            FROM wanting, told""";

    private static final String INSERT_BY_HIBERNATE = INSERT.replace("$", "?");

    /** Writes an event in the caller's transaction; the same event written twice is told once. */
    public Uni<Void> write(Mutiny.Session session, Notification event) {
        Mutiny.MutationQuery insert = session.createNativeQuery(INSERT_BY_HIBERNATE);
        List<Object> parameters = parameters(event);
        for (int i = 0; i < parameters.size(); i++) {
            insert.setParameter(i + 1, parameters.get(i));
        }
        return insert.executeUpdate().replaceWithVoid();
    }

    static List<Object> parameters(Notification event) {
        return Arrays.asList(
                event.id(),
                event.kind().name(),
                event.at().atOffset(ZoneOffset.UTC),
                event.cluster(),
                event.ticket(),
                event.gravity().name(),
                event.key(),
                event.subject(),
                event.summary(),
                json(event),
                String.join(
                        ",",
                        Arrays.stream(MessageFormat.values())
                                .filter(format -> format.concerns(event))
                                .map(Enum::name)
                                .toList()));
    }

    /** What an event says beside its kind and its subject, as it is stored. */
    public static String json(Notification event) {
        try {
            return JSON.writeValueAsString(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
