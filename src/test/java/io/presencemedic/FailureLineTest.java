package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.database.StartFailure;
import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureLineTest {
    @Test
    void whatTheServiceFoundItselfIsSaidAsItIs() {
        StartFailure found = new StartFailure("The folder x cannot be used. Set medic.home to another.");
        assertThat(FailureLine.of(new IllegalStateException("outer", found))).isEqualTo(found.getMessage());
    }

    @Test
    void aPortThatWasTakenMeanwhileIsNamed() {
        assertThat(FailureLine.of(
                        new RuntimeException(new QuarkusBindException("127.0.0.1", 8080, new BindException("in use")))))
                .isEqualTo(
                        "Port 8080 is in use by another process. Stop that process, or set quarkus.http.port to a free port.");
    }

    @Test
    void aDatabaseThatIsDownIsToBeStarted() {
        for (Throwable cause : new Throwable[] {new ConnectException("refused"), new UnknownHostException("db")}) {
            assertThat(FailureLine.of(new RuntimeException(new SQLException("no connection", cause))))
                    .startsWith("PostgreSQL at ")
                    .contains("cannot be reached. Start it, or correct quarkus.datasource.jdbc.url");
        }
    }

    @Test
    void aDatabaseThatRefusesIsQuoted() {
        SQLException refusal = new SQLException("FATAL: database \"no_such_database\" does not exist");
        assertThat(FailureLine.of(new RuntimeException("cannot migrate", refusal)))
                .endsWith(" refused the service: FATAL: database \"no_such_database\" does not exist");
    }

    @Test
    void anythingElseIsSaidByItsRootInOneLine() {
        assertThat(FailureLine.of(new RuntimeException("outer", new IllegalStateException("one\n\ttwo"))))
                .isEqualTo("The service cannot start: one two");
        assertThat(FailureLine.of(new IllegalStateException()))
                .isEqualTo("The service cannot start: java.lang.IllegalStateException");
    }
}
