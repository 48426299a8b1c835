package io.presencemedic.link.ssh;

import static io.presencemedic.link.ssh.SlowCommands.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.link.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@BesideTheService
class SharedShellTest {
    @RegisterExtension
    final OpenConsoles consoles = new OpenConsoles();

    @RegisterExtension
    final SlowCommands slow = new SlowCommands();

    @Test
    void manyLinksShareOneShellPerNode() throws Exception {
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(Map.of()))) {
            List<Future<List<String>>> answers = new ArrayList<>();
            List<Console> links = new ArrayList<>();
            slow.release();
            node.script = slow.on("nothing");
            for (int i = 0; i < 6; i++) {
                Console link = consoles.open(node, i % 2 == 0 ? Urgency.REMEDIATION : Urgency.DIAGNOSIS);
                links.add(link);
                answers.add(slow.run(link, node, "show " + i));
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
        try (ScriptedNode node = new ScriptedNode(slow.on("show first"));
                Console repairing = consoles.open(node, Urgency.REMEDIATION);
                Console diagnosing = consoles.open(node, Urgency.DIAGNOSIS)) {
            Future<List<String>> first = slow.run(repairing, node, "show first");
            until(() -> node.heard.contains("show first"));
            Future<List<String>> diagnosis = slow.run(diagnosing, node, "show diagnosis");
            TimeUnit.MILLISECONDS.sleep(500);
            Future<List<String>> second = slow.run(consoles.open(node, Urgency.REMEDIATION), node, "show second");
            TimeUnit.MILLISECONDS.sleep(500);
            slow.release();
            first.get();
            second.get();
            diagnosis.get();
            assertThat(node.heard).endsWith("show first", "show second", "show diagnosis");
        }
    }

    @Test
    void aDiagnosisThatTakesLongGivesWayAndIsDoneAgainAfterwards() throws Exception {
        consoles.configure("ssh.courtesy", "PT0.2S");
        try (ScriptedNode node = new ScriptedNode(slow.on("show slow"));
                Console repairing = consoles.open(node, Urgency.REMEDIATION);
                Console diagnosing = consoles.open(node, Urgency.DIAGNOSIS)) {
            Future<List<String>> diagnosis = slow.run(diagnosing, node, "show slow");
            until(() -> node.heard.contains("show slow"));
            assertThat(slow.run(repairing, node, "show quick").get()).containsExactly("done show quick");
            slow.release();
            assertThat(diagnosis.get()).containsExactly("working", "done show slow");
            assertThat(node.mostShells).hasValue(1);
            assertThat(consoles.ear.transcripts)
                    .extracting(heard -> heard.failure())
                    .containsOnlyNulls();
        }
    }

    @Test
    void aChangeNeverGivesWay() throws Exception {
        consoles.configure("ssh.courtesy", "PT0.1S");
        try (ScriptedNode node = new ScriptedNode(slow.on("utils service restart X"));
                Console repairing = consoles.open(node, Urgency.REMEDIATION);
                Console diagnosing = consoles.open(node, Urgency.DIAGNOSIS)) {
            Future<List<String>> change =
                    slow.run(diagnosing, node, new Wire.Lines("utils service restart X").changing());
            until(() -> node.heard.contains("utils service restart X"));
            Future<List<String>> quick = slow.run(repairing, node, "show quick");
            TimeUnit.MILLISECONDS.sleep(500);
            slow.release();
            assertThat(change.get()).hasSize(2);
            assertThat(quick.get()).hasSize(1);
            assertThat(node.shells).hasValue(1);
        }
    }

    @Test
    void whoeverWaitsTooLongForTheShellIsToldThatTheNodeIsBusy() throws Exception {
        consoles.configure("ssh.turn", "PT0.3S");
        try (ScriptedNode node = new ScriptedNode(slow.on("show slow"));
                Console one = consoles.open(node, Urgency.REMEDIATION);
                Console other = consoles.open(node, Urgency.REMEDIATION)) {
            Future<List<String>> answer = slow.run(one, node, "show slow");
            until(() -> node.heard.contains("show slow"));
            assertThat(slow.run(other, node, "show x"))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingRootCause()
                    .satisfies(e -> assertThat(((LinkException) e).failure()).isInstanceOf(LinkFailure.Busy.class));
            slow.release();
            answer.get();
        }
    }

    @Test
    void closingALinkEndsItsCommandAndSendsNothingMore() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slow.on("show slow"))) {
            Console console = consoles.open(node, Urgency.REMEDIATION);
            Future<List<String>> answer = slow.run(console, node, "show slow");
            until(() -> node.heard.contains("show slow"));
            console.close();
            assertThat(answer)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingRootCause()
                    .satisfies(e ->
                            assertThat(((LinkException) e).failure().code()).isEqualTo("LINK_LOST"));
            assertThat(slow.run(console, node, "show more")).failsWithin(Duration.ofSeconds(30));
            assertThat(node.heard).endsWith("show slow");
            until(() -> node.openShells.get() == 0);
        }
    }

    @Test
    void anInterruptedThreadIsFreedAtOnce() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slow.on("show slow"));
                Console console = consoles.open(node, Urgency.REMEDIATION)) {
            CompletableFuture<LinkFailure> failure = new CompletableFuture<>();
            Thread worker = new Thread(() -> {
                try {
                    console.run(OpenConsoles.target(node), new Wire.Lines("show slow"));
                } catch (LinkException e) {
                    failure.complete(e.failure());
                }
            });
            worker.start();
            until(() -> node.heard.contains("show slow"));
            worker.interrupt();
            assertThat(failure.get(30, TimeUnit.SECONDS)).isInstanceOf(LinkFailure.Lost.class);
        }
    }

    @Test
    void aChangeThatIsNotAnsweredGoesOnWhileItsEffectIsLookedUpOverAnotherShell() throws Exception {
        String start = "utils service start Cisco Tomcat";
        try (ScriptedNode node = new ScriptedNode(slow.on(start));
                Console console = consoles.open(node)) {
            Wire.Lines silent = new Wire.Lines(start).changing().heardWithin(Duration.ofMillis(300));

            assertThat(OpenConsoles.failure(console, node, silent)).isInstanceOf(LinkFailure.TimedOut.class);

            assertThat(console.run(OpenConsoles.target(node), new Wire.Lines("show status")))
                    .containsExactly("done show status");
            assertThat(node.openShells).hasValue(2);
            assertThat(node.heard).containsOnlyOnce(start);
        }
    }

    @Test
    void aQuestionThatIsNotAnsweredIsHungUp() throws Exception {
        try (ScriptedNode node = new ScriptedNode(slow.on("show slow"));
                Console console = consoles.open(node)) {
            Wire.Lines silent = new Wire.Lines("show slow").within(Duration.ofMillis(300));

            assertThat(OpenConsoles.failure(console, node, silent)).isInstanceOf(LinkFailure.TimedOut.class);

            until(() -> node.openShells.get() == 0);
        }
    }
}
