package io.presencemedic;

import io.presencemedic.cluster.Clusters;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.credential.ConfiguredCredentials;
import io.presencemedic.database.Blocking;
import io.presencemedic.runbook.TimeScales;
import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Enters the simulated cluster for a test class and clears it away afterwards, so that one start of the service serves
 * all classes, whatever is wrong with their clusters.
 */
final class ScenarioStage implements BeforeAllCallback, AfterAllCallback {
    private static final CredentialNames CREDENTIALS = new CredentialNames("played-platform", "played-application");

    /** Jobs first, and nobody writes to them meanwhile: a worker that has one finds that it lost it. */
    private static final List<String> CLEARANCE = List.of(
            "SELECT id FROM job FOR UPDATE",
            "DELETE FROM held_off",
            "DELETE FROM job",
            "DELETE FROM schedule",
            "DELETE FROM open_finding",
            "DELETE FROM finding_look",
            "DELETE FROM cluster",
            "DELETE FROM webhook",
            "DELETE FROM api_key WHERE name <> 'bootstrap'");

    private DefaultCluster played;

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        clear();
        String scenario = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), PlayedScenario.class)
                .orElseThrow()
                .value();
        played = DefaultCluster.open(
                new Scenario(scenario),
                ServiceUnderTest.temporaryFolder(),
                bean(TimeScales.class).timeFactor(),
                Clock.systemUTC());
        ConfiguredCredentials credentials = bean(ConfiguredCredentials.class);
        credentials.give(CREDENTIALS.platform(), played.platform());
        credentials.give(CREDENTIALS.application(), played.application());
        boolean alone = Blocking.await(bean(Clusters.class).putSimulated(played.entry(CREDENTIALS)));
        if (!alone) {
            throw new IllegalStateException("another cluster was entered meanwhile");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        clear();
        played.close();
    }

    private static void clear() throws SQLException {
        try (Connection connection = bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String each : CLEARANCE) {
                statement.execute(each);
            }
            connection.commit();
        }
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private record Scenario(String scenario) implements SimulatorConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public boolean secondGroup() {
            return false;
        }
    }
}
