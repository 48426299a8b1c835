package io.presencemedic.diagnosis.analysis;

import static io.presencemedic.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.ShortLivedJvm;
import io.presencemedic.diagnosis.paste.ReadingBudget;
import io.presencemedic.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the reading of a pasted log may cost: time, threads and memory; and that it ends with whoever asked for it. */
@BesideTheService
class AnalysisLimitsTest {
    /** An eighth of the largest log that is taken, which needs no more than 40 MB: it is read an eighth as long. */
    private static final int SIZE = 5 << 17;
    /** What a Java process needs for itself, 12 MB, and 8 bytes for each byte of the log. */
    private static final String HEAP = "-Xmx17m";

    private static final String LINE = "Cisco XCP Router[STARTED]\n";

    private final AnalysisThreads threads = new AnalysisThreads();
    private final CountDownLatch free = new CountDownLatch(1);

    /** A process of its own that reads a log. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) {
            System.out.println(new Analyses().analyse(log()).commands().size());
        }
    }

    private static byte[] log() {
        StringBuilder log = new StringBuilder(SIZE);
        while (log.length() < SIZE) {
            log.append("admin:utils service list\n").append(LINE.repeat(100)).append("admin:\n");
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() {
        free.countDown();
        threads.stop();
    }

    private void await() {
        try {
            assertThat(free.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aLogThatCostsTooMuchIsRefusedWithWhatWasReadSoFar() {
        assertThatThrownBy(() -> new Analyses().analyse(log(), new ReadingBudget(Duration.ofNanos(1))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(422);
                    assertThat(refused.problem().code()).isEqualTo("ANALYSIS_TOO_COSTLY");
                    assertThat(refused.problem().document()).containsKey("commands");
                });
    }

    @Test
    void aReadingEndsWithItsCaller() {
        AtomicReference<Throwable> end = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        AnalysisThreads.Running<Integer> running = threads.begin(budget -> {
            begun.countDown();
            try {
                while (true) {
                    new Analyses().analyse(LINE.repeat(1_000).getBytes(StandardCharsets.UTF_8), budget);
                }
            } catch (ProblemException stopped) {
                end.set(stopped);
                return 0;
            }
        });
        eventually().until(() -> begun.getCount() == 0);
        running.cancel();
        eventually().until(() -> end.get() != null);
    }

    @Test
    void whoLeavesBeforeHisTurnCostsNothing() {
        AtomicInteger read = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            threads.begin(budget -> {
                await();
                return 0;
            });
        }
        threads.begin(budget -> read.addAndGet(100)).cancel();
        AnalysisThreads.Running<Integer> last = threads.begin(budget -> read.addAndGet(1));
        free.countDown();
        eventually().until(() -> last.result().isDone());
        assertThat(read).hasValue(1);
    }

    @Test
    void fewAreReadAtOnceAndSomeMayWait() {
        AtomicInteger atOnce = new AtomicInteger();
        List<AnalysisThreads.Running<Integer>> taken = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            taken.add(threads.begin(budget -> {
                int now = atOnce.incrementAndGet();
                await();
                atOnce.decrementAndGet();
                return now;
            }));
        }
        assertThatThrownBy(() -> threads.begin(budget -> 0)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(503);
            assertThat(refused.problem().headers()).containsKey("Retry-After");
        });
        free.countDown();
        assertThat(taken).allSatisfy(each -> assertThat(each.result().get(1, TimeUnit.MINUTES))
                .isLessThanOrEqualTo(2));
    }

    @Test
    void aLogIsReadInEightTimesItsSize() throws Exception {
        Process process = new ProcessBuilder(ShortLivedJvm.command(Reader.class, List.of(HEAP)))
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
