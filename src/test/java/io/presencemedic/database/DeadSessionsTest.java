package io.presencemedic.database;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The pools get over the end of all their sessions, as behind a failover or an administrator's command. */
@QuarkusTest
class DeadSessionsTest {
    @Inject
    DataSource database;

    @Test
    void requestsAreAnsweredAgainWhenAllSessionsWereTerminatedAndNoneIsAnsweredWithAnError() throws SQLException {
        for (int round = 0; round < 3; round++) {
            assertThat(status()).isEqualTo(200);
            terminateAllSessions();

            List<Integer> answers = new ArrayList<>();
            eventually().until(() -> answers.add(status()) && answers.get(answers.size() - 1) == 200);

            assertThat(answers).isSubsetOf(200, 503);
            eventually().until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
        }
    }

    private static int status() {
        return asAdmin().get("/api/v1/jobs").statusCode();
    }

    private void terminateAllSessions() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = current_user and pid <> pg_backend_pid()");
        }
    }
}
