package io.presencemedic.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.access.grant.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keys between their rows and their values: what is a list is JSON in the row. */
@ApplicationScoped
class KeyText {
    private static final TypeReference<List<Grant>> GRANTS = new TypeReference<>() {};
    private static final TypeReference<List<Network>> NETWORKS = new TypeReference<>() {};
    private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};

    private final ObjectMapper json;

    KeyText(ObjectMapper json) {
        this.json = json;
    }

    KeyRow row(ApiKey key, Collection<String> makers, Secret secret) {
        KeyRow row = new KeyRow();
        row.id = key.id();
        row.name = key.name();
        row.role = key.role();
        row.grants = key.grants() == null ? null : text(key.grants());
        row.owner = key.owner();
        row.purpose = key.purpose();
        row.makers = text(makers);
        row.addresses = text(key.addresses());
        row.createdAt = key.createdAt();
        row.createdBy = key.createdBy();
        row.expiresAt = key.expiresAt();
        row.take(secret);
        return row;
    }

    /** Gives the row a new secret, which these have seen; the old one opens until then. */
    void rotate(KeyRow row, Secret secret, Set<String> makers, Instant until) {
        Set<String> all = new TreeSet<>(read(row.makers, NAMES));
        all.addAll(makers);
        row.makers = text(all);
        row.rotate(secret, until);
    }

    ApiKey key(KeyRow row) {
        return new ApiKeyBuilder()
                .id(row.id)
                .name(row.name)
                .role(row.role)
                .grants(row.grants == null ? null : read(row.grants, GRANTS))
                .owner(row.owner)
                .purpose(row.purpose)
                .createdAt(row.createdAt)
                .createdBy(row.createdBy)
                .expiresAt(row.expiresAt)
                .lastUsedAt(row.lastUsedAt)
                .addresses(read(row.addresses, NETWORKS))
                .rotatedUntil(row.rotatedUntil)
                .build();
    }

    HeldKey held(KeyRow row) {
        return new HeldKey(key(row), read(row.makers, NAMES), row.hash, row.previousHash);
    }

    private String text(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
