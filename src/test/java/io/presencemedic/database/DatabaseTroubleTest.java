package io.presencemedic.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTroubleTest {
    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "57P03", "53300", "53100", "08006", "57014", "25006", "40001", "40P01"})
    void aServerThatStartsStopsIsFullOrOnlyReadsIsAPassingTrouble(String state) {
        assertThat(DatabaseTrouble.isPassing(refusal(state))).isTrue();
        assertThat(DatabaseTrouble.isPassing(new IllegalStateException(refusal(state))))
                .isTrue();
        assertThat(DatabaseTrouble.isPassing(new SQLException("no", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22021", "28P01"})
    void aStatementThatIsWrongIsNone(String state) {
        assertThat(DatabaseTrouble.isPassing(refusal(state))).isFalse();
        assertThat(DatabaseTrouble.isPassing(new SQLException("no", state))).isFalse();
    }

    @Test
    void aConnectionThatIsRefusedOrCutIsAPassingTroubleAndAnErrorOfOursIsNot() {
        assertThat(DatabaseTrouble.isPassing(new CompletionException(new ConnectException())))
                .isTrue();
        assertThat(DatabaseTrouble.isPassing(new CompletionException(new SocketException("Connection reset"))))
                .isTrue();
        assertThat(DatabaseTrouble.isPassing(new IllegalArgumentException())).isFalse();
    }

    @Test
    void whoGetsNoConnectionInTimeMayTryAgain() {
        assertThat(DatabaseTrouble.isPassing(
                        new CompletionException(new VertxException("Timeout waiting for connection", true))))
                .isTrue();
        assertThat(DatabaseTrouble.isPassing(new ConnectionPoolTooBusyException("full")))
                .isTrue();
    }

    private static PgException refusal(String state) {
        return new PgException("no", "FATAL", state, null);
    }
}
