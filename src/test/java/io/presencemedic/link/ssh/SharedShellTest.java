package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cluster.Node;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedShellTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Wire.Ear ear = new Wire.Ear();
    private final CountDownLatch release = new CountDownLatch(1);
    private SshConsoles consoles = Wire.consoles(Wire.config());

    @AfterEach
    void stop() {
        consoles.close();
        threads.shutdownNow();
    }

    private ScriptedNode.Script slowOn(String slow) {
        return terminal -> {
            terminal.print("admin:");
            while (true) {
                String command = terminal.readCommand();
                if (command.equals(slow)) {
                    terminal.print("working\r\n");
                    release.await();
                }
                terminal.print("done " + command + "\r\nadmin:");
            }
        };
    }

    private Console open(ScriptedNode node, Urgency urgency) {
        return consoles.open(Wire.cluster(target(node)), ear, urgency);
    }

    private static Node target(ScriptedNode node) {
        return Wire.node(node.port(), null);
    }

    private Future<List<String>> run(Console console, ScriptedNode node, String command) {
        return threads.submit((Callable<List<String>>) () -> console.run(target(node), new Wire.Lines(command)));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void manyLinksShareOneShellPerNode() throws Exception {
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(Map.of()))) {
            List<Future<List<String>>> answers = new ArrayList<>();
            List<Console> links = new ArrayList<>();
            release.countDown();
            node.script = slowOn("nothing");
            for (int i = 0; i < 6; i++) {
                Console link = open(node, i % 2 == 0 ? Urgency.REMEDIATION : Urgency.DIAGNOSIS);
                links.add(link);
                answers.add(run(link, node, "show " + i));
            }
            for (int i = 0; i < 6; i++) {
                assertThat(answers.get(i).get()).containsExactly("done show " + i);
            }
            assertThat(node.mostShells).hasValue(1);
            assertThat(node.shells).hasValue(1);
            links.forEach(Console::close);
            until(() -> node.openShells.get() == 0);
        }
    }

    @Test
    void aRemediationsCommandGoesBeforeADiagnosisThatCameFirst() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slowOn("show first"));
                Console repairing = open(node, Urgency.REMEDIATION);
                Console diagnosing = open(node, Urgency.DIAGNOSIS)) {
            Future<List<String>> first = run(repairing, node, "show first");
            until(() -> node.heard.contains("show first"));
            Future<List<String>> diagnosis = run(diagnosing, node, "show diagnosis");
            TimeUnit.MILLISECONDS.sleep(100);
            Future<List<String>> second = run(open(node, Urgency.REMEDIATION), node, "show second");
            TimeUnit.MILLISECONDS.sleep(100);
            release.countDown();
            first.get();
            second.get();
            diagnosis.get();
            assertThat(node.heard).endsWith("show first", "show second", "show diagnosis");
        }
    }

    @Test
    void aDiagnosisThatTakesLongGivesWayAndIsDoneAgainAfterwards() throws Exception {
        consoles.close();
        consoles = Wire.consoles(Wire.config("ssh.courtesy", "PT0.2S"));
        try (ScriptedNode node = new ScriptedNode(slowOn("show slow"));
                Console repairing = open(node, Urgency.REMEDIATION);
                Console diagnosing = open(node, Urgency.DIAGNOSIS)) {
            Future<List<String>> diagnosis = run(diagnosing, node, "show slow");
            until(() -> node.heard.contains("show slow"));
            assertThat(run(repairing, node, "show quick").get()).containsExactly("done show quick");
            release.countDown();
            assertThat(diagnosis.get()).containsExactly("working", "done show slow");
            assertThat(node.mostShells).hasValue(1);
            assertThat(ear.transcripts).extracting(heard -> heard.failure()).containsOnlyNulls();
        }
    }

    @Test
    void aChangeNeverGivesWay() throws Exception {
        consoles.close();
        consoles = Wire.consoles(Wire.config("ssh.courtesy", "PT0.1S"));
        try (ScriptedNode node = new ScriptedNode(slowOn("utils service restart X"));
                Console repairing = open(node, Urgency.REMEDIATION);
                Console diagnosing = open(node, Urgency.DIAGNOSIS)) {
            Future<List<String>> change = threads.submit((Callable<List<String>>)
                    () -> diagnosing.run(target(node), new Wire.Lines("utils service restart X").changing()));
            until(() -> node.heard.contains("utils service restart X"));
            Future<List<String>> quick = run(repairing, node, "show quick");
            TimeUnit.MILLISECONDS.sleep(500);
            release.countDown();
            assertThat(change.get()).hasSize(2);
            assertThat(quick.get()).hasSize(1);
            assertThat(node.shells).hasValue(1);
        }
    }

    @Test
    void whoeverWaitsTooLongForTheShellIsToldThatTheNodeIsBusy() throws Exception {
        consoles.close();
        consoles = Wire.consoles(Wire.config("ssh.turn", "PT0.3S"));
        try (ScriptedNode node = new ScriptedNode(slowOn("show slow"));
                Console one = open(node, Urgency.REMEDIATION);
                Console other = open(node, Urgency.REMEDIATION)) {
            Future<List<String>> slow = run(one, node, "show slow");
            until(() -> node.heard.contains("show slow"));
            assertThat(run(other, node, "show x"))
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .havingRootCause()
                    .satisfies(e -> assertThat(((LinkException) e).failure()).isInstanceOf(LinkFailure.Busy.class));
            release.countDown();
            slow.get();
        }
    }

    @Test
    void closingALinkEndsItsCommandAndSendsNothingMore() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slowOn("show slow"))) {
            Console console = open(node, Urgency.REMEDIATION);
            Future<List<String>> slow = run(console, node, "show slow");
            until(() -> node.heard.contains("show slow"));
            console.close();
            assertThat(slow)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .havingRootCause()
                    .satisfies(e ->
                            assertThat(((LinkException) e).failure().code()).isEqualTo("LINK_LOST"));
            assertThat(run(console, node, "show more")).failsWithin(Duration.ofSeconds(5));
            assertThat(node.heard).endsWith("show slow");
            until(() -> node.openShells.get() == 0);
        }
    }

    @Test
    void anInterruptedThreadIsFreedAtOnce() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slowOn("show slow"));
                Console console = open(node, Urgency.REMEDIATION)) {
            CompletableFuture<LinkFailure> failure = new CompletableFuture<>();
            Thread worker = new Thread(() -> {
                try {
                    console.run(target(node), new Wire.Lines("show slow"));
                } catch (LinkException e) {
                    failure.complete(e.failure());
                }
            });
            worker.start();
            until(() -> node.heard.contains("show slow"));
            worker.interrupt();
            assertThat(failure.get(5, TimeUnit.SECONDS)).isInstanceOf(LinkFailure.Lost.class);
        }
    }
}
