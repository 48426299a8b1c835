package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.cluster.Node;
import io.presencemedic.link.Console;
import io.presencemedic.link.Urgency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shells that are open while nothing is to be done. */
class IdleShellTest {
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
    void aShellThatNobodyTypesIntoIsClosedAndOpenedAnewWhenItIsNeeded() throws Exception {
        consoles.close();
        consoles = Wire.consoles(Wire.config("ssh.idle", "PT0.6S"));
        release.countDown();
        try (ScriptedNode node = new ScriptedNode(slowOn("nothing"));
                Console console = open(node, Urgency.REMEDIATION)) {
            for (int i = 0; i < 4; i++) {
                assertThat(console.run(target(node), new Wire.Lines("show " + i)))
                        .hasSize(1);
                TimeUnit.MILLISECONDS.sleep(250);
            }
            assertThat(node.shells).hasValue(1);
            until(() -> node.openShells.get() == 0);
            assertThat(console.run(target(node), new Wire.Lines("show b"))).containsExactly("done show b");
            assertThat(node.shells).hasValue(2);
        }
    }

    @Test
    void aCommandThatTakesLongerThanAnIdleShellMayIsNotCutShort() throws Exception {
        consoles.close();
        consoles = Wire.consoles(Wire.config("ssh.idle", "PT0.2S"));
        try (ScriptedNode node = new ScriptedNode(slowOn("show slow"));
                Console console = open(node, Urgency.REMEDIATION)) {
            console.run(target(node), new Wire.Lines("show quick"));
            Future<List<String>> slow = run(console, node, "show slow");
            until(() -> node.heard.contains("show slow"));
            TimeUnit.MILLISECONDS.sleep(600);
            release.countDown();
            assertThat(slow.get()).containsExactly("working", "done show slow");
        }
    }

    @Test
    void aShellThatTheNodeClosedWhileIdleIsOpenedAnew() throws Exception {
        ScriptedNode.Script once = terminal -> {
            terminal.print("admin:");
            for (int i = 0; i < 2; i++) {
                terminal.print("done " + terminal.readCommand() + "\r\nadmin:");
            }
            TimeUnit.MILLISECONDS.sleep(400);
        };
        try (ScriptedNode node = new ScriptedNode(once);
                Console console = open(node, Urgency.REMEDIATION)) {
            console.run(target(node), new Wire.Lines("show a"));
            until(() -> node.openShells.get() == 0);
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(console.run(target(node), new Wire.Lines("show b"))).containsExactly("done show b");
            assertThat(node.shells).hasValue(2);
        }
    }
}
