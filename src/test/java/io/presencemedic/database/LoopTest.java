package io.presencemedic.database;

import static io.presencemedic.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What liveness and readiness rest on: a thread that hangs or has died, and one that turns in vain. */
@BesideTheService
class LoopTest {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger turns = new AtomicInteger();
    private Loop loop;

    @AfterEach
    void stop() {
        never.countDown();
        loop.stop();
    }

    private void start(Runnable work) {
        loop = new Loop("tested", () -> {
            turns.incrementAndGet();
            work.run();
        });
        loop.start(PAUSE);
    }

    @Test
    void aThreadThatHangsDoesNotTurn() {
        start(this::hang);
        eventually().until(() -> !loop.hasTurnedWithin(SHORT));
        assertThat(turns).hasValue(1);
    }

    @Test
    void aThreadThatDiedDoesNotTurn() {
        start(() -> {
            throw new AssertionError("what no code of ours throws");
        });
        eventually().until(() -> !loop.hasTurnedWithin(SHORT));
        assertThat(turns).hasValue(1);
    }

    @Test
    void aThreadWhoseWorkFailsTurnsInVain() {
        start(() -> {
            throw new IllegalStateException("the database is away");
        });
        eventually().until(() -> !loop.hasSucceededWithin(SHORT));
        assertThat(loop.hasTurnedWithin(Duration.ofSeconds(10))).isTrue();
        eventually().until(() -> turns.get() > 5);
    }

    private void hang() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
