package io.presencemedic.access;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class KeyUseTest {
    private static final String WAITING =
            "select count(*) from pg_locks where locktype = 'transactionid' and not granted";

    @Inject
    ApiKeys keys;

    @Inject
    DataSource database;

    /** Who ends a key holds all admin keys, so that one is left, and takes the key itself then. */
    @Test
    void aKeyCanBeEndedWhileTheUsesOfSeveralAreWrittenDown() throws Exception {
        String admin = asAdmin().get("/api/v1/keys?limit=200").path("items.find { it.name == 'bootstrap' }.id");
        String used = key();
        Map<UUID, Instant> uses = new LinkedHashMap<>();
        uses.put(UUID.fromString(used), Instant.EPOCH);
        uses.put(UUID.fromString(admin), Instant.EPOCH);
        try (Connection ending = database.getConnection();
                Statement statement = ending.createStatement()) {
            ending.setAutoCommit(false);
            statement.execute("select from api_key where id = '" + admin + "' for update");
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> Blocking.await(keys.used(uses)));
            eventually().until(this::somebodyWaits);
            statement.execute("set local lock_timeout = '500ms'");
            assertThat(statement.executeUpdate("delete from api_key where id = '" + used + "'"))
                    .isEqualTo(1);
            ending.rollback();
            written.join();
        }
        assertThat(asAdmin().get("/api/v1/keys/" + used).<String>path("lastUsedAt"))
                .isEqualTo("1970-01-01T00:00:00Z");
    }

    private static String key() {
        return asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"used-" + UUID.randomUUID() + "\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private boolean somebodyWaits() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(WAITING)) {
            found.next();
            return found.getLong(1) > 0;
        }
    }
}
