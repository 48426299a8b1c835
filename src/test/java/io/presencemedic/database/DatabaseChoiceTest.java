package io.presencemedic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseChoiceTest {
    private static final String JDBC = "jdbc:postgresql://db.example.com:5432/medic";
    private static final String REACTIVE = "postgresql://db.example.com:5432/medic";

    private static DatabaseChoice choice(Map<String, String> properties) {
        return DatabaseChoice.of(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build());
    }

    @Test
    void withoutAnySettingTheServiceBringsItsOwn() {
        assertThat(choice(Map.of()).embedded()).isTrue();
    }

    @Test
    void oneUrlIsEnough() {
        DatabaseChoice external = new DatabaseChoice(false, JDBC, REACTIVE);
        assertThat(choice(Map.of("quarkus.datasource.jdbc.url", JDBC))).isEqualTo(external);
        assertThat(choice(Map.of("quarkus.datasource.reactive.url", REACTIVE))).isEqualTo(external);
    }

    @Test
    void twoUrlsAreTakenAsTheyAre() {
        assertThat(choice(Map.of(
                        "quarkus.datasource.jdbc.url",
                        JDBC + "?sslmode=require",
                        "quarkus.datasource.reactive.url",
                        REACTIVE)))
                .isEqualTo(new DatabaseChoice(false, JDBC + "?sslmode=require", REACTIVE));
    }

    @Test
    void contradictionsAreRefused() {
        assertThatThrownBy(() -> choice(Map.of("medic.database.embedded", "false")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("no database is configured");
        assertThatThrownBy(() -> choice(Map.of("medic.database.embedded", "true", "quarkus.datasource.jdbc.url", JDBC)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Remove one");
    }
}
