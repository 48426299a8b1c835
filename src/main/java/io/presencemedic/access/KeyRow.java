package io.presencemedic.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "api_key")
class KeyRow {
    @Id
    UUID id;

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    Role role;

    @Column
    String lookup;

    @Column
    String hash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    static KeyRow of(ApiKey key, Secret secret) {
        KeyRow row = new KeyRow();
        row.id = key.id();
        row.name = key.name();
        row.role = key.role();
        row.createdAt = key.createdAt();
        row.createdBy = key.createdBy();
        row.take(secret);
        return row;
    }

    void take(Secret secret) {
        lookup = secret.lookup();
        hash = secret.hash();
    }

    ApiKey key() {
        return new ApiKey(id, name, role, createdAt, createdBy);
    }
}
