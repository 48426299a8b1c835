package io.presencemedic.link.ssh;

import static io.presencemedic.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.Console;
import io.presencemedic.link.FaultProxy;
import io.presencemedic.link.FaultProxy.Harm;
import io.presencemedic.link.FaultProxy.Side;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.LinkListener;
import io.presencemedic.link.Urgency;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session is harmed after every so many bytes: none hangs, none is read as success without its whole answer. */
@BesideTheService
class BrokenWireTest {
    private static final List<String> ROWS =
            IntStream.range(0, 40).mapToObj(i -> "Service " + i + "[STARTED]").toList();
    private static final int POINTS = Thorough.points(2, 32);
    /** Far less than anything waits that nobody bounds. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration WHOLE = Duration.ofSeconds(30);

    private static ExecutorService threads;
    private static ScriptedNode node;
    private static SshConsoles consoles;

    @BeforeAll
    static void start() throws IOException {
        threads = Executors.newFixedThreadPool(6);
        node = new ScriptedNode(ScriptedNode.platform(
                Map.of("utils service list", ROWS.stream().collect(Collectors.joining("\r\n", "", "\r\n")))));
        consoles = Wire.consoles(Wire.config("ssh.connect-timeout", "PT2S", "ssh.heartbeat", "PT0.5S"));
    }

    @AfterAll
    static void stop() throws IOException {
        threads.shutdownNow();
        consoles.close();
        node.close();
    }

    private static Object run(FaultProxy proxy) {
        return run(proxy, consoles, Duration.ofSeconds(2));
    }

    private static Object run(FaultProxy proxy, SshConsoles consoles, Duration patience) {
        Node target = Wire.node(proxy.port(), null);
        try (Console console = consoles.open(Wire.cluster(target), LinkListener.NONE, Urgency.REMEDIATION)) {
            return console.run(target, new Wire.Lines("utils service list").within(patience));
        } catch (LinkException e) {
            return e.failure();
        }
    }

    /** How many bytes travel; from then on the account is known to be good, and nobody waits for another's login. */
    private static long wholeSession(Side side) {
        return eventually()
                .until(
                        () -> {
                            try (FaultProxy proxy = new FaultProxy(node.port(), side, Harm.NONE, 0)) {
                                return ROWS.equals(run(proxy)) ? proxy.passed() : 0L;
                            }
                        },
                        passed -> passed > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER, CUT",
        "SERVER, RESET",
        "SERVER, HALF_CLOSE",
        "SERVER, SILENCE",
        "CLIENT, CUT",
        "CLIENT, HALF_CLOSE",
        "CLIENT, SILENCE"
    })
    void harmAtAnyPointEndsInATypedFailureInTime(Side side, Harm harm) throws Exception {
        long whole = wholeSession(side);
        atOnce(POINTS, i -> {
            long began = System.nanoTime();
            try (FaultProxy proxy = new FaultProxy(node.port(), side, harm, whole * i / POINTS)) {
                Object outcome = run(proxy);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
                if (!(outcome instanceof LinkFailure)) {
                    assertThat(outcome).isEqualTo(ROWS);
                } else {
                    assertThat(outcome)
                            .isInstanceOfAny(
                                    LinkFailure.Lost.class, LinkFailure.TimedOut.class, LinkFailure.NotReachable.class);
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"SERVER, DRIBBLE", "CLIENT, DRIBBLE", "SERVER, DELAY", "CLIENT, DELAY"})
    void slownessAtAnyPointIsOnlySlow(Side side, Harm harm) throws Exception {
        try (SshConsoles patient = Wire.consoles(Wire.config())) {
            atOnce(3, i -> {
                try (FaultProxy proxy = new FaultProxy(node.port(), side, harm, 1500L * i)) {
                    assertThat(run(proxy, patient, WHOLE)).isEqualTo(ROWS);
                }
            });
        }
    }

    /** What is tried at a point. */
    private interface Trial {
        void at(int point) throws IOException;
    }

    /** They wait for most of their time, and none for another. */
    private static void atOnce(int points, Trial trial) throws Exception {
        List<Future<?>> begun = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            int point = i;
            begun.add(threads.submit(() -> {
                trial.at(point);
                return null;
            }));
        }
        for (Future<?> each : begun) {
            each.get();
        }
    }

    @Test
    void aHalfOpenConnectionIsNoticedByTheHeartbeatLongBeforeTheCommandsPatienceEnds() throws Exception {
        ScriptedNode.Script mute = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("admin:");
            terminal.readCommand();
            terminal.readCommand();
        };
        try (SshConsoles attentive = Wire.consoles(Wire.config("ssh.heartbeat", "PT0.5S"));
                ScriptedNode quiet = new ScriptedNode(mute);
                FaultProxy proxy = new FaultProxy(quiet.port(), Side.CLIENT, Harm.NONE, 0)) {
            Future<Object> outcome = threads.submit(() -> run(proxy, attentive, Duration.ofMinutes(5)));
            eventually().until(() -> quiet.heard.contains("utils service list"));
            proxy.silence();
            assertThat(outcome.get(1, TimeUnit.MINUTES))
                    .isInstanceOfSatisfying(LinkFailure.Lost.class, it -> assertThat(it.why())
                            .contains("2 heartbeat requests without reply"));
        }
    }
}
