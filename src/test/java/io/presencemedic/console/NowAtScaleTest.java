package io.presencemedic.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class NowAtScaleTest {
    /** Beside the one that says when jobs at work are expected to end. */
    private static final int MOST_QUERIES = 6;

    private static final int LARGEST_PAGE = 200 * 1024;

    @Inject
    AgroalDataSource database;

    private Browser admin;

    @BeforeEach
    void logIn() {
        admin = Browser.with(ServiceUnderTest.ADMIN_KEY);
    }

    @Test
    void thePageNeedsNoMoreQueriesForAThousandJobsThanForAFew() throws Exception {
        assertThat(queries()).isBetween(1, MOST_QUERIES);
        try (ManyJobs many = new ManyJobs(database, 50, 1000)) {
            assertThat(queries()).isBetween(1, MOST_QUERIES);
            String page = admin.page("/console/now").asString();
            assertThat(page).contains("scale-50").hasSizeLessThan(LARGEST_PAGE);
        }
    }

    @Test
    void whoWaitsForADecisionIsThereHoweverManyJobsAreNewer() throws Exception {
        try (ManyJobs many = new ManyJobs(database, 3, 2000)) {
            many.askForDecisions(35);
            String page = admin.page("/console/now").asString();
            assertThat(page)
                    .contains("Waiting for a decision")
                    .contains("And 5 more: <a href=\"/console/jobs?state=AWAITING_APPROVAL\">")
                    .containsPattern("And \\d{3,} more that were asked for before");
            assertThat(page.split("yours to decide", -1)).hasSize(31);
        }
    }

    @Test
    void aPageThatIsFullOfEverythingIsNotTooLarge() throws Exception {
        try (ManyJobs many = new ManyJobs(database, 450, 2000)) {
            many.askForDecisions(100);
            many.switchOff(450);
            byte[] page = admin.page("/console/now").asByteArray();
            assertThat(page).hasSizeBetween(LARGEST_PAGE / 2, LARGEST_PAGE);
            assertThat(new String(page, StandardCharsets.UTF_8))
                    .contains("/console/clusters/scale-450\"", "none of them worse", "And 330 more, left off later");
        }
    }

    /** How many statements of this page's repository the database gets for one request. */
    private int queries() {
        List<String> statements = new CopyOnWriteArrayList<>();
        Logger sql = Logger.getLogger("org.hibernate.SQL");
        Level before = sql.getLevel();
        Handler handler = new Recorder(statements);
        sql.setLevel(Level.FINE);
        sql.addHandler(handler);
        try {
            admin.page("/console/now").then().statusCode(200);
        } finally {
            sql.removeHandler(handler);
            sql.setLevel(before);
        }
        return (int) statements.stream()
                .filter(text -> text.contains("c.display_name")
                        || text.contains("j.requested_by")
                        || text.contains("h.subject"))
                .count();
    }

    private static final class Recorder extends Handler {
        private final List<String> statements;

        Recorder(List<String> statements) {
            this.statements = statements;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            statements.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
