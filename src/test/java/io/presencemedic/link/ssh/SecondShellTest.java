package io.presencemedic.link.ssh;

import static io.presencemedic.link.ssh.SlowCommands.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.link.Console;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@BesideTheService
class SecondShellTest {
    private static final String SLOW = "show slow";

    @RegisterExtension
    final OpenConsoles consoles = new OpenConsoles();

    @RegisterExtension
    final SlowCommands slow = new SlowCommands();

    @Test
    void aQuestionIsAskedOverASecondShellWhileAnotherOneIsAnswered() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slow.on(SLOW));
                Console console = consoles.open(node)) {
            Future<List<String>> first = askSlowly(console, node);
            assertThat(slow.run(console, node, "show quick").get(30, TimeUnit.SECONDS))
                    .containsExactly("done show quick");
            assertThat(first).isNotDone();
            assertThat(node.openShells).hasValue(2);

            slow.release();
            assertThat(first.get()).containsExactly("working", "done " + SLOW);
            console.close();
            until(() -> node.openShells.get() == 0);
        }
    }

    @Test
    void questionsThatComeOneAfterTheOtherShareOneShell() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slow.on(SLOW));
                Console console = consoles.open(node)) {
            slow.release();
            slow.run(console, node, SLOW).get();
            slow.run(console, node, "show quick").get();

            assertThat(node.shells).hasValue(1);
        }
    }

    @Test
    void aChangeIsNeverMadeInASecondShell() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slow.on(SLOW));
                Console console = consoles.open(node)) {
            Future<List<String>> first = askSlowly(console, node);
            slow.run(console, node, "show quick").get();
            Future<List<String>> change = slow.run(console, node, new Wire.Lines("utils x").changing());
            slow.run(console, node, "show more").get();
            assertThat(node.heard).doesNotContain("utils x");

            slow.release();
            change.get();
            first.get();
            assertThat(node.shells).hasValue(2);
        }
    }

    @Test
    void whereItIsSwitchedOffTheFirstShellIsWaitedFor() throws Exception {
        consoles.configure("ssh.second-session", "false");
        try (ScriptedNode node = new ScriptedNode(slow.on(SLOW));
                Console console = consoles.open(node)) {
            Future<List<String>> first = askSlowly(console, node);
            Future<List<String>> second = slow.run(console, node, "show quick");
            slow.release();
            first.get();
            second.get();

            assertThat(node.shells).hasValue(1);
        }
    }

    @Test
    void aNodeThatEndsTheSecondSessionIsAskedByItsFirstAndNotBotheredAgain() throws Exception {
        AtomicBoolean full = new AtomicBoolean();
        ScriptedNode.Script platform = slow.on(SLOW);
        try (ScriptedNode node = new ScriptedNode(terminal -> {
                    if (full.getAndSet(true)) {
                        terminal.print("There are too many sessions.\r\n");
                    } else {
                        platform.play(terminal);
                    }
                });
                Console console = consoles.open(node)) {
            Future<List<String>> first = askSlowly(console, node);
            Future<List<String>> second = slow.run(console, node, "show quick");
            until(() -> node.shells.get() == 2 && node.openShells.get() == 1);
            slow.release();

            assertThat(first.get()).contains("done " + SLOW);
            assertThat(second.get()).containsExactly("done show quick");
            assertThat(consoles.ear.transcripts)
                    .extracting(heard -> heard.failure())
                    .containsOnlyNulls();
            try (Console other = consoles.open(node)) {
                for (Future<List<String>> answer :
                        List.of(slow.run(other, node, "show a"), slow.run(other, node, "show b"))) {
                    answer.get();
                }
            }
            assertThat(node.shells).hasValue(2);
        }
    }

    @Test
    void aSecondLoginThatIsRefusedSaysNothingAboutThePassword() throws Exception {
        AtomicBoolean only = new AtomicBoolean();
        try (ScriptedNode node = new ScriptedNode(slow.on(SLOW))) {
            node.server.setPasswordAuthenticator((user, password, session) -> {
                node.passwords.add(password);
                return !only.get();
            });
            try (Console console = consoles.open(node)) {
                Future<List<String>> first = askSlowly(console, node);
                only.set(true);
                int before = node.passwords.size();
                Future<List<String>> second = slow.run(console, node, "show quick");
                until(() -> node.passwords.size() > before);
                slow.release();
                first.get();
                assertThat(second.get()).containsExactly("done show quick");
            }
            only.set(false);
            try (Console later = consoles.open(node)) {
                assertThat(slow.run(later, node, "show later").get()).containsExactly("done show later");
            }
        }
    }

    @Test
    void aQuestionThatIsLostWithTheSecondShellIsAskedInTheFirst() throws Exception {
        AtomicBoolean frail = new AtomicBoolean();
        ScriptedNode.Script platform = slow.on(SLOW);
        try (ScriptedNode node = new ScriptedNode(terminal -> {
                    if (!frail.getAndSet(true)) {
                        platform.play(terminal);
                    }
                    terminal.print("admin:");
                    if (terminal.readCommand().equals("set cli pagination off")) {
                        terminal.print("admin:");
                        terminal.readCommand();
                    }
                });
                Console console = consoles.open(node)) {
            Future<List<String>> first = askSlowly(console, node);
            Future<List<String>> second = slow.run(console, node, "show quick");
            until(() -> node.heard.contains("show quick"));
            slow.release();

            first.get();
            assertThat(second.get()).containsExactly("done show quick");
            assertThat(node.heard).filteredOn("show quick"::equals).hasSize(2);
        }
    }

    @Test
    void whoWaitsWhileTheLoginFailsIsToldOfItAndLogsInNoMore() throws Exception {
        CountDownLatch trying = new CountDownLatch(1);
        CountDownLatch refuse = new CountDownLatch(1);
        try (ScriptedNode node = new ScriptedNode(terminal -> {
                    trying.countDown();
                    refuse.await();
                });
                Console console = consoles.open(node)) {
            Future<List<String>> first = slow.run(console, node, "show a");
            trying.await();
            Future<List<String>> second = slow.run(console, node, "show b");
            TimeUnit.MILLISECONDS.sleep(300);
            refuse.countDown();

            for (Future<List<String>> answer : List.of(first, second)) {
                assertThat(answer).failsWithin(Duration.ofSeconds(30));
            }
            assertThat(node.shells).hasValue(1);
        }
    }

    /** A question that is not answered before the test releases it. */
    private Future<List<String>> askSlowly(Console console, ScriptedNode node) {
        Future<List<String>> answer = slow.run(console, node, SLOW);
        until(() -> node.heard.contains(SLOW));
        return answer;
    }
}
