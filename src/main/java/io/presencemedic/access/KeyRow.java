package io.presencemedic.access;

import io.presencemedic.access.grant.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A key as it is stored; what is a list is JSON. */
@Entity
@DynamicUpdate
@Table(name = "api_key")
class KeyRow {
    @Id
    UUID id;

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    @Nullable
    Role role;

    @Column
    @Nullable
    String grants;

    @Column
    String owner;

    @Column
    @Nullable
    String purpose;

    @Column
    String makers;

    @Column
    String lookup;

    @Column
    String hash;

    @Column(name = "previous_hash")
    @Nullable
    String previousHash;

    @Column(name = "rotated_until")
    @Nullable
    Instant rotatedUntil;

    @Column
    String addresses;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;

    void take(Secret secret) {
        lookup = secret.lookup();
        hash = secret.hash();
    }

    /** Takes a new secret; the old one opens until then. */
    void rotate(Secret secret, Instant until) {
        previousHash = hash;
        rotatedUntil = until;
        take(secret);
    }
}
