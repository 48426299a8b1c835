package io.presencemedic.link.ssh;

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
    private static final int POINTS = Thorough.points(12, 32);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(6);
    private static ScriptedNode node;
    private static SshConsoles consoles;

    @BeforeAll
    static void start() throws IOException {
        node = new ScriptedNode(ScriptedNode.platform(
                Map.of("utils service list", ROWS.stream().collect(Collectors.joining("\r\n", "", "\r\n")))));
        consoles = Wire.consoles(Wire.config("ssh.connect-timeout", "PT2S", "ssh.heartbeat", "PT0.5S"));
    }

    @AfterAll
    static void stop() throws IOException {
        THREADS.shutdownNow();
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

    private static long wholeSession(Side side) throws IOException {
        try (FaultProxy proxy = new FaultProxy(node.port(), side, Harm.NONE, 0);
                SshConsoles patient = Wire.consoles(Wire.config())) {
            assertThat(run(proxy, patient, Duration.ofSeconds(30))).isEqualTo(ROWS);
            return proxy.passed();
        }
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
        List<Future<?>> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            long after = whole * i / POINTS;
            points.add(THREADS.submit(() -> {
                long began = System.nanoTime();
                try (FaultProxy proxy = new FaultProxy(node.port(), side, harm, after)) {
                    Object outcome = run(proxy);
                    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
                    if (!(outcome instanceof LinkFailure)) {
                        assertThat(outcome).isEqualTo(ROWS);
                    } else {
                        assertThat(outcome)
                                .isInstanceOfAny(
                                        LinkFailure.Lost.class,
                                        LinkFailure.TimedOut.class,
                                        LinkFailure.NotReachable.class);
                    }
                }
                return null;
            }));
        }
        for (Future<?> point : points) {
            point.get();
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVER, DRIBBLE", "CLIENT, DRIBBLE", "SERVER, DELAY", "CLIENT, DELAY"})
    void slownessAtAnyPointIsOnlySlow(Side side, Harm harm) throws Exception {
        try (SshConsoles patient = Wire.consoles(Wire.config())) {
            for (int i = 0; i < 3; i++) {
                try (FaultProxy proxy = new FaultProxy(node.port(), side, harm, 1500L * i)) {
                    assertThat(run(proxy, patient, Duration.ofSeconds(30))).isEqualTo(ROWS);
                }
            }
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
        long began = System.nanoTime();
        try (ScriptedNode quiet = new ScriptedNode(mute);
                FaultProxy proxy = new FaultProxy(quiet.port(), Side.CLIENT, Harm.SILENCE, silenceAfterLogin(quiet))) {
            Node target = Wire.node(proxy.port(), null);
            try (Console console = consoles.open(Wire.cluster(target), LinkListener.NONE, Urgency.REMEDIATION)) {
                console.run(target, new Wire.Lines("utils service list").within(Duration.ofMinutes(5)));
            } catch (LinkException e) {
                assertThat(e.failure()).isInstanceOfSatisfying(LinkFailure.Lost.class, it -> assertThat(it.why())
                        .isEqualTo("it did not answer 2 heartbeats, which are sent every PT0.5S"));
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    private static long silenceAfterLogin(ScriptedNode quiet) throws IOException {
        try (FaultProxy proxy = new FaultProxy(quiet.port(), Side.CLIENT, Harm.NONE, 0)) {
            Node target = Wire.node(proxy.port(), null);
            try (Console console = consoles.open(Wire.cluster(target), LinkListener.NONE, Urgency.REMEDIATION)) {
                console.run(target, new Wire.Lines("show x").within(Duration.ofMillis(300)));
            } catch (LinkException e) {
                assertThat(e.failure()).isInstanceOf(LinkFailure.TimedOut.class);
            }
            return proxy.passed();
        }
    }
}
