package io.presencemedic.console;

import io.agroal.api.AgroalDataSource;
import io.presencemedic.PlayedScenario;
import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Measures; not part of the usual test run: {@code ./mvnw test -Dtest=NowBench}. */
@QuarkusTest
@PlayedScenario("sync-agent-credentials-ha-off")
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class NowBench {
    private static final Logger LOG = Logger.getLogger(NowBench.class);
    private static final int REQUESTS = 300;

    @Inject
    AgroalDataSource database;

    @Test
    void nowWithAThousandJobsAndFiftyClusters() throws Exception {
        Browser admin = Browser.with(ServiceUnderTest.ADMIN_KEY);
        try (ManyJobs many = new ManyJobs(database, 50, 1000)) {
            LongStream.range(0, REQUESTS).forEach(i -> time(admin));
            long[] times =
                    LongStream.range(0, REQUESTS).map(i -> time(admin)).sorted().toArray();
            LOG.infof(
                    "Now with 1000 jobs and 50 clusters, %d requests one after the other: p50 %d ms, p95 %d ms, p99 %d ms; %d bytes",
                    REQUESTS,
                    times[REQUESTS / 2],
                    times[REQUESTS * 95 / 100],
                    times[REQUESTS * 99 / 100],
                    admin.page("/console/now").asByteArray().length);
        }
    }

    private static long time(Browser admin) {
        long begin = System.nanoTime();
        admin.page("/console/now").then().statusCode(200);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
