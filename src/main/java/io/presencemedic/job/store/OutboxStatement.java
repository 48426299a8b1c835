package io.presencemedic.job.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is run in the transaction of the events that caused it.
 *
 * @param sql in PostgreSQL's own notation, parameters as {@code $1}, {@code $2} …, each with a cast where its type is
 *     not clear ({@code $1::uuid}); never made from a request's text
 * @param parameters strings, numbers, booleans, UUIDs and {@link java.time.OffsetDateTime}s; null is allowed
 */
public record OutboxStatement(String sql, List<@Nullable Object> parameters) {
    public OutboxStatement {
        parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    }
}
