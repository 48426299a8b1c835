package io.presencemedic.console.session;

import io.presencemedic.access.TokenHolder;
import io.vertx.core.json.JsonArray;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "console_session")
class ConsoleSessionRow {
    @Id
    String id;

    @Column
    @Nullable
    UUID key;

    @Column
    @Nullable
    String subject;

    @Column
    @Nullable
    String name;

    @Column
    @Nullable
    String person;

    /** A JSON array of texts. */
    @Column
    @Nullable
    String groups;

    @Column
    String csrf;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    static ConsoleSessionRow of(String id, ConsoleSession session) {
        ConsoleSessionRow row = new ConsoleSessionRow();
        row.id = id;
        row.key = session.key();
        TokenHolder holder = session.holder();
        if (holder != null) {
            row.subject = holder.subject();
            row.name = holder.name();
            row.person = holder.person();
            row.groups = new JsonArray(List.copyOf(holder.groups())).encode();
        }
        row.csrf = session.csrf();
        row.createdAt = session.createdAt();
        row.lastUsedAt = session.lastUsedAt();
        return row;
    }

    ConsoleSession session() {
        return new ConsoleSession(key, holder(), csrf, createdAt, lastUsedAt);
    }

    private @Nullable TokenHolder holder() {
        return subject == null || name == null || person == null || groups == null
                ? null
                : new TokenHolder(
                        subject,
                        name,
                        person,
                        new JsonArray(groups).stream().map(String::valueOf).collect(Collectors.toSet()));
    }
}
