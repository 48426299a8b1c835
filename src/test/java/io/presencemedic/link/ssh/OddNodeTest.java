package io.presencemedic.link.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes that are slow, old, full, or on their way down. */
@BesideTheService
class OddNodeTest {
    @RegisterExtension
    final OpenConsoles consoles = new OpenConsoles();

    @Test
    void aFirstPromptThatTheNodeSwallowedIsAskedForOnce() throws Exception {
        consoles.configure("ssh.connect-timeout", "PT3S");
        ScriptedNode.Script script = terminal -> {
            terminal.print("   Welcome to the Platform Command Line Interface\r\n\r\n");
            terminal.readCommand();
            terminal.print("\radmin:\r\n\radmin:");
            while (true) {
                terminal.print("done " + terminal.readCommand() + "\r\nadmin:");
            }
        };
        try (ScriptedNode node = new ScriptedNode(script)) {
            assertThat(consoles.run(node, new Wire.Lines("show x"))).isEqualTo(List.of("done show x"));
            assertThat(node.heard).containsExactly("", "set cli pagination off", "show x");
        }
    }

    @Test
    void aSecondPromptThatComesLateIsNoAnswer() throws Exception {
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("admin:");
            for (int key = terminal.readKey(); key != '\n'; key = terminal.readKey()) {}
            terminal.print("\r\n\radmin:");
            TimeUnit.MILLISECONDS.sleep(300);
            terminal.print("show x\r\nrow\r\nadmin:");
            terminal.readCommand();
        };
        try (ScriptedNode node = new ScriptedNode(script)) {
            assertThat(consoles.run(node, new Wire.Lines("show x"))).isEqualTo(List.of("row"));
        }
    }

    @Test
    void aPromptInTheMiddleOfTheOutputIsNotTheEnd() throws Exception {
        String help = "Example:\r\nadmin:show version\r\nadmin:\r\nend of the example\r\n";
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(Map.of("help show", help)))) {
            assertThat(consoles.run(node, new Wire.Lines("help show")))
                    .isEqualTo(List.of("Example:", "admin:show version", "admin:", "end of the example"));
        }
    }

    @Test
    void aPromptWithACounterIsAPrompt() throws Exception {
        ScriptedNode.Script script = terminal -> {
            for (int i = 1; ; i++) {
                terminal.print("admin(" + i + "):");
                terminal.print("done " + terminal.readCommand() + "\r\n");
            }
        };
        try (ScriptedNode node = new ScriptedNode(script)) {
            assertThat(consoles.run(node, new Wire.Lines("show x"))).isEqualTo(List.of("done show x"));
        }
    }

    @Test
    void aNodeWithoutAPromptIsGivenUpWithinTheConnectTimeout() throws Exception {
        consoles.configure("ssh.connect-timeout", "PT1S");
        try (ScriptedNode node = new ScriptedNode(terminal -> {
            terminal.print("Your password has expired.\r\nNew password: ");
            terminal.readCommand();
            new CountDownLatch(1).await();
        })) {
            assertThat(consoles.run(node, new Wire.Lines("show x")))
                    .isInstanceOfSatisfying(LinkFailure.TimedOut.class, it -> {
                        assertThat(it.during()).contains("log in", "Your password has expired.");
                        assertThat(it.patience()).isEqualTo(Duration.ofSeconds(1));
                    });
        }
    }

    @Test
    void theSessionLimitIsNamed() throws Exception {
        try (ScriptedNode node =
                new ScriptedNode(terminal -> terminal.print("The maximum number of sessions has been reached.\r\n"))) {
            assertThat(consoles.run(node, new Wire.Lines("show x")))
                    .isEqualTo(new LinkFailure.Busy(
                            "imp-pub", "log in", "The maximum number of sessions has been reached."));
        }
    }

    @Test
    void aRefusedChannelIsASessionLimitToo() throws Exception {
        try (ScriptedNode node = new ScriptedNode(terminal -> {})) {
            node.server.setChannelFactories(List.of());
            assertThat(consoles.run(node, new Wire.Lines("show x"))).isInstanceOf(LinkFailure.Busy.class);
        }
    }

    @Test
    void aNodeThatGoesDownIsGivenUpAtItsWord() throws Exception {
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("\r\nBroadcast message from root (pts/0) (Tue Jan  6 07:00:00 2026):\r\n\r\n"
                    + "The system is going down for reboot NOW!\r\n");
            new CountDownLatch(1).await();
        };
        try (ScriptedNode node = new ScriptedNode(script)) {
            assertThat(consoles.run(node, new Wire.Lines("show x")))
                    .isInstanceOfSatisfying(
                            LinkFailure.Lost.class, it -> assertThat(it.why()).contains("going down for reboot"));
        }
    }

    @Test
    void aCommandThatIsNeverEchoedIsNotTakenForAnswered() throws Exception {
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("admin:");
            for (int key = terminal.readKey(); key != '\n'; key = terminal.readKey()) {}
            terminal.print("\r\nadmin:");
            new CountDownLatch(1).await();
        };
        try (ScriptedNode node = new ScriptedNode(script)) {
            assertThat(consoles.run(node, new Wire.Lines("show x").within(Duration.ofSeconds(1))))
                    .isInstanceOf(LinkFailure.TimedOut.class);
        }
    }

    @Test
    void aMessageToAllTerminalsBetweenTwoCommandsDoesNoHarm() throws Exception {
        CountDownLatch idle = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("one\r\nadmin:");
            idle.await();
            terminal.print("\r\nBroadcast message from root: backup begins\r\nadmin:");
            told.countDown();
            terminal.readCommand();
            terminal.print("two\r\nadmin:");
            terminal.readCommand();
        };
        try (ScriptedNode node = new ScriptedNode(script);
                Console console = consoles.open(node)) {
            console.run(Wire.node(node.port(), null), new Wire.Lines("show one"));
            idle.countDown();
            told.await();
            assertThat(console.run(Wire.node(node.port(), null), new Wire.Lines("show two")))
                    .containsExactly("two");
        }
    }

    @Test
    void anAnswerWithoutEndIsHungUpOn() throws Exception {
        consoles.configure("ssh.longest-answer", "20000");
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("admin:");
            terminal.readCommand();
            while (true) {
                terminal.print("all work and no play\r\n");
            }
        };
        try (ScriptedNode node = new ScriptedNode(script)) {
            assertThat(consoles.run(node, new Wire.Lines("show x")))
                    .isInstanceOfSatisfying(
                            LinkFailure.Lost.class, it -> assertThat(it.why()).contains("20000"));
        }
    }

    @Test
    void aSessionThatTheNodeClosesForBeingIdleIsNamedInItsOwnWords() throws Exception {
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("The session was idle for 30 minutes and is closed.\r\n");
        };
        try (ScriptedNode node = new ScriptedNode(script)) {
            assertThat(consoles.run(node, new Wire.Lines("show x")))
                    .isInstanceOfSatisfying(LinkFailure.Lost.class, it -> assertThat(it.why())
                            .contains("the node ended the session", "idle for 30 minutes"));
        }
    }
}
