package io.presencemedic.audit;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class AuditSealingTest {
    @Inject
    DataSource database;

    @Inject
    Config config;

    private final String subject = "tester-" + UUID.randomUUID();

    private void record(Connection connection, String person) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            insert.execute("INSERT INTO audit_entry (verb, outcome, subject_kind, subject, subject_name, person, times)"
                    + " VALUES ('test.record', 'DONE', 'SERVICE', '" + subject + "', '" + subject + "', '" + person
                    + "', 1)");
        }
    }

    private ValidatableResponse recorded() {
        return asAdmin().get("/api/v1/audit?subject=" + subject).then().statusCode(200);
    }

    private static void verifyIntact() {
        asAdmin().get("/api/v1/audit/verification").then().body("intact", equalTo(true));
    }

    private long sealed() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet found = select.executeQuery(
                        "SELECT count(*) FROM audit_entry WHERE seq IS NOT NULL AND subject = '" + subject + "'")) {
            found.next();
            return found.getLong(1);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    @Test
    void whoRecordsSomethingDoesNotWaitForTheTransactionOfAnother() throws SQLException {
        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            record(open, "first");
            try (Connection other = database.getConnection()) {
                record(other, "second");
            }
            recorded().body("items", hasSize(1)).body("items[0].person", equalTo("second"));
            open.commit();
        }
        recorded().body("items", hasSize(2)).body("items[0].person", equalTo("first"));
        verifyIntact();
    }

    @Test
    void whatWasRecordedInATransactionThatWasRolledBackIsNotThere() throws SQLException {
        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            record(open, "nobody");
            open.rollback();
        }
        recorded().body("items", empty());
        verifyIntact();
    }

    @Test
    void anEntryIsSealedSoonThoughNobodyReadsTheLog() throws SQLException {
        try (Connection connection = database.getConnection()) {
            record(connection, "tester");
        }
        eventually().untilAsserted(() -> assertThat(sealed()).isEqualTo(1));
    }

    @Test
    void anUnsealedEntryIsNeitherChangedNorRemovedNorSealedAsAnother() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            // Nobody else seals it before this transaction ends.
            owner.setAutoCommit(false);
            record(owner, "somebody");
            statement.execute("UPDATE audit_entry SET seq = 1, hash = '', previous_hash = '', person = 'nobody'"
                    + " WHERE subject = '" + subject + "'");
            owner.commit();
            recorded().body("items", hasSize(1)).body("items[0].person", equalTo("somebody"));
            record(owner, "another");
            assertThatThrownBy(() -> statement.execute("DELETE FROM audit_entry WHERE seq IS NULL"))
                    .isInstanceOf(SQLException.class);
            owner.rollback();
        }
        verifyIntact();
    }
}
