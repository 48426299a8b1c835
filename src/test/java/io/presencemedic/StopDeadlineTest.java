package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@BesideTheService
class StopDeadlineTest {
    /** A process whose stop never ends by itself. */
    static final class Stuck {
        private Stuck() {}

        public static void main(String[] arguments) throws InterruptedException {
            StopDeadline.arm(Duration.ofMillis(200));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }));
            System.out.println("ready");
            new CountDownLatch(1).await();
        }
    }

    @Test
    void aStopThatDoesNotEndIsEnded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of("target/classes") + File.pathSeparator + Path.of("target/test-classes"),
                        Stuck.class.getName())
                .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void itIsLessThanWhatIsPromised() {
        assertThat(StopDeadline.PATIENCE).isLessThan(Duration.ofSeconds(20));
    }
}
