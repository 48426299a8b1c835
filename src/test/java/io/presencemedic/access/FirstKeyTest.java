package io.presencemedic.access;

import static io.presencemedic.ServiceUnderTest.ADMIN_KEY;
import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.IssuedKey;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.presencemedic.database.StartFailure;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the first key comes, goes, and is used. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class FirstKeyTest {
    @Inject
    ApiKeys keys;

    @Inject
    KeyRing ring;

    @Inject
    KeyUse use;

    @TempDir
    Path home;

    private static AccessConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(AccessConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(AccessConfig.class);
    }

    private void start(Map<String, String> settings) {
        AccessConfig config = config(settings);
        new BootstrapKey(keys, ring, new GroupGrants(config), config, home.toString()).provide(new StartupEvent());
    }

    @AfterEach
    void startAsTheOthersKnowIt() {
        start(Map.of("medic.access.bootstrap-key", ADMIN_KEY));
        asAdmin().get("/api/v1/keys").then().statusCode(200);
    }

    private static void removeOtherAdmins() {
        asAdmin()
                .get("/api/v1/keys?limit=200")
                .jsonPath()
                .<String>getList("items.findAll { it.role == 'ADMIN' && it.name != 'bootstrap' }.id")
                .forEach(id -> asAdmin().delete("/api/v1/keys/" + id));
    }

    @Test
    void itIsSwitchedOffWhereThereIsAnotherAdmin() {
        removeOtherAdmins();
        Map<String, String> off = Map.of("medic.access.bootstrap-enabled", "false");
        assertThatThrownBy(() -> start(off))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("no other admin key");
        asAdmin().get("/api/v1/keys").then().statusCode(200);
        String real = IssuedKey.of("real", "\"role\":\"ADMIN\"");
        start(off);
        asAdmin().get("/api/v1/keys").then().statusCode(401);
        as(real).get("/api/v1/keys").then().statusCode(200);
    }

    @Test
    void whenAKeyWasUsedIsWrittenDownOnceHoweverOften() {
        String name = "k-" + UUID.randomUUID();
        var made = asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"role\":\"VIEWER\"}")
                .post("/api/v1/keys");
        UUID id = UUID.fromString(made.path("id"));
        Instant before = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        for (int i = 0; i < 20; i++) {
            as(made.<String>path("key")).get("/api/v1/clusters").then().statusCode(200);
        }
        assertThat(asAdmin().get("/api/v1/keys/" + id).<String>path("lastUsedAt"))
                .as("not at each use")
                .isNull();
        Map<UUID, Instant> uses = use.take();
        assertThat(uses).containsKey(id);
        assertThat(use.take()).doesNotContainKey(id);
        Blocking.await(keys.used(uses));
        assertThat(Instant.parse(asAdmin().get("/api/v1/keys/" + id).path("lastUsedAt")))
                .isBetween(before, Instant.now());
    }
}
