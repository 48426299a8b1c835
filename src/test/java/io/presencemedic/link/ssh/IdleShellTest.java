package io.presencemedic.link.ssh;

import static io.presencemedic.link.ssh.SlowCommands.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.link.Console;
import io.presencemedic.link.Urgency;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shells that are open while nothing is to be done. */
@BesideTheService
class IdleShellTest {
    @RegisterExtension
    final OpenConsoles consoles = new OpenConsoles();

    @RegisterExtension
    final SlowCommands slow = new SlowCommands();

    @Test
    void aShellThatNobodyTypesIntoIsClosedAndOpenedAnewWhenItIsNeeded() throws Exception {
        consoles.configure("ssh.idle", "PT2S");
        slow.release();
        try (ScriptedNode node = new ScriptedNode(slow.on("nothing"));
                Console console = consoles.open(node, Urgency.REMEDIATION)) {
            for (int i = 0; i < 4; i++) {
                assertThat(console.run(OpenConsoles.target(node), new Wire.Lines("show " + i)))
                        .hasSize(1);
                TimeUnit.MILLISECONDS.sleep(700);
            }
            assertThat(node.shells).hasValue(1);
            until(() -> node.openShells.get() == 0);
            assertThat(console.run(OpenConsoles.target(node), new Wire.Lines("show b")))
                    .containsExactly("done show b");
            assertThat(node.shells).hasValue(2);
        }
    }

    @Test
    void aCommandThatTakesLongerThanAnIdleShellMayIsNotCutShort() throws Exception {
        consoles.configure("ssh.idle", "PT0.2S");
        try (ScriptedNode node = new ScriptedNode(slow.on("show slow"));
                Console console = consoles.open(node, Urgency.REMEDIATION)) {
            console.run(OpenConsoles.target(node), new Wire.Lines("show quick"));
            Future<List<String>> answer = slow.run(console, node, "show slow");
            until(() -> node.heard.contains("show slow"));
            TimeUnit.MILLISECONDS.sleep(600);
            slow.release();
            assertThat(answer.get()).containsExactly("working", "done show slow");
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
                Console console = consoles.open(node, Urgency.REMEDIATION)) {
            console.run(OpenConsoles.target(node), new Wire.Lines("show a"));
            until(() -> node.openShells.get() == 0);
            TimeUnit.MILLISECONDS.sleep(1000);
            assertThat(console.run(OpenConsoles.target(node), new Wire.Lines("show b")))
                    .containsExactly("done show b");
            assertThat(node.shells).hasValue(2);
        }
    }
}
