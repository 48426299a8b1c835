package io.presencemedic.console;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "console_session")
class ConsoleSessionRow {
    @Id
    String id;

    @Column
    UUID key;

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
        row.csrf = session.csrf();
        row.createdAt = session.createdAt();
        row.lastUsedAt = session.lastUsedAt();
        return row;
    }

    ConsoleSession session() {
        return new ConsoleSession(key, csrf, createdAt, lastUsedAt);
    }
}
