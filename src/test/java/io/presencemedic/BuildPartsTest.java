package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.database.StartFailure;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuildPartsTest {
    private static final String SIMULATOR_ON = "medic.simulator.enabled";
    private static final BuildParts PRODUCTION = new BuildParts(false, false);

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    @AfterEach
    void forget() {
        System.clearProperty(SIMULATOR_ON);
    }

    @Test
    void theBuildThatIsTestedHasBoth() {
        assertThat(BuildParts.ofThisBuild()).isEqualTo(new BuildParts(true, true));
    }

    @Test
    void withoutAServerOfItsOwnADatabaseHasToBeConfigured() {
        assertThatThrownBy(() -> PRODUCTION.require(config(Map.of()), true))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("quarkus.datasource.jdbc.url");
    }

    @Test
    void withoutASimulatorItCannotBeAskedForButNeedNotBeSwitchedOff() {
        assertThatThrownBy(() -> PRODUCTION.require(config(Map.of(SIMULATOR_ON, "true")), false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(SIMULATOR_ON);
        PRODUCTION.require(config(Map.of()), false);
        PRODUCTION.announce();
        assertThat(System.getProperty(SIMULATOR_ON)).isEqualTo("false");
    }
}
