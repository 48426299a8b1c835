package io.presencemedic.link.ssh;

import static io.presencemedic.link.ssh.OpenConsoles.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.presencemedic.BesideTheService;
import io.presencemedic.link.Console;
import io.presencemedic.link.LinkFailure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheService
class SshConsoleTest {
    private static final String LIST = "utils service list";
    private static final Map<String, String> ANSWERS =
            Map.of(LIST, "Requesting...\r\nA Cisco DB[STARTED]\r\n", "set cli pagination off", "turned off\r\n");

    @RegisterExtension
    final OpenConsoles consoles = new OpenConsoles();

    @Test
    void anAnswerIsTheLinesBetweenEchoAndPrompt() throws Exception {
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS));
                Console console = consoles.open(node)) {
            assertThat(console.run(Wire.node(node.port(), null), new Wire.Lines(LIST)))
                    .containsExactly("Requesting...", "A Cisco DB[STARTED]");
            assertThat(node.heard).containsExactly("set cli pagination off", LIST);
            assertThat(consoles.ear.transcripts).singleElement().satisfies(heard -> {
                assertThat(heard.command()).isEqualTo(LIST);
                assertThat(heard.answer()).isEqualTo("Requesting...\nA Cisco DB[STARTED]\n");
                assertThat(heard.failure()).isNull();
            });
            assertThat(consoles.ear.pinned).containsExactly("imp-pub " + ScriptedNode.fingerprint());
            assertThat(node.environment).containsEntry("COLUMNS", "2000").containsEntry("LINES", "1000");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 10, 20, 23, 24, 25, 80})
    void anEchoWrappedAtAnyWidthIsRemoved(int width) throws Exception {
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS, width));
                Console console = consoles.open(node)) {
            assertThat(console.run(Wire.node(node.port(), null), new Wire.Lines(LIST)))
                    .containsExactly("Requesting...", "A Cisco DB[STARTED]");
        }
    }

    @Test
    void bothPagersAreAnsweredAndLeaveNoTrace() throws Exception {
        String pager = "\u001b[1mPress <enter> for 1 line, <space> for one page, or <q> to quit \u001b[0m";
        String file = "\u001b[1m\r\noptions: q=quit, n=next, p=prev, b=begin, e=end (lines %s of 3) : \u001b[0m";
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("Executed command unsuccessfully\r\nadmin:");
            terminal.readCommand();
            terminal.print("one\r\n" + pager);
            assertThat(terminal.readKey()).isEqualTo(' ');
            terminal.print("\r\u001b[Ktwo\r\n\r\n" + pager);
            assertThat(terminal.readKey()).isEqualTo(' ');
            terminal.print("\r\u001b[K\r\nthree\r\nadmin:");
            terminal.readCommand();
            terminal.print("one\r\n" + file.formatted("1 - 1"));
            assertThat(terminal.readKey()).isEqualTo('n');
            terminal.print("\r\ntwo\r\nend of the file reached\r\n" + file.formatted("2 - 2"));
            assertThat(terminal.readKey()).isEqualTo('n');
            terminal.print("\r\nthree\r\nend of the file reached" + file.formatted("3 - 3"));
            assertThat(terminal.readKey()).isEqualTo('q');
            terminal.print("\r\nadmin:");
            terminal.readCommand();
        };
        try (ScriptedNode node = new ScriptedNode(script);
                Console console = consoles.open(node)) {
            var target = Wire.node(node.port(), null);
            assertThat(console.run(target, new Wire.Lines(LIST))).containsExactly("one", "two", "", "", "three");
            assertThat(console.run(target, new Wire.Lines("file view activelog x")))
                    .containsExactly("one", "two", "three");
        }
    }

    @Test
    void aQuestionIsAnsweredOnlyForACommandThatExpectsIt() throws Exception {
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            while (true) {
                if (terminal.readCommand().startsWith("utils network")) {
                    terminal.print("It can take 3 minutes.\r\nContinue (y/n)?");
                    terminal.readCommand();
                    terminal.print("......\r\ncompleted\r\n");
                }
                terminal.print("admin:");
            }
        };
        try (ScriptedNode node = new ScriptedNode(script);
                Console console = consoles.open(node)) {
            Wire.Lines command = new Wire.Lines("utils network connectivity 192.0.2.9");
            assertThat(console.run(Wire.node(node.port(), null), command.confirming()))
                    .containsExactly("It can take 3 minutes.", "Continue (y/n)?y", "......", "completed");
            assertThat(failure(console, node, command)).isInstanceOfSatisfying(LinkFailure.NotUnderstood.class, it -> {
                assertThat(it.text()).isEqualTo("Continue (y/n)?");
                assertThat(it.line()).isEqualTo(2);
            });
            assertThat(node.heard).filteredOn("y"::equals).hasSize(1);
        }
    }

    @Test
    void whatThePlatformRefusesIsReportedInItsOwnWords() throws Exception {
        Map<String, String> answers = Map.of("show x", "Bad port given.\r\nExecuted command unsuccessfully.\r\n");
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(answers));
                Console console = consoles.open(node)) {
            assertThat(failure(console, node, new Wire.Lines("show x")))
                    .isEqualTo(new LinkFailure.Refused(
                            "imp-pub", "show x", "Bad port given. Executed command unsuccessfully."));
            assertThat(failure(console, node, new Wire.Lines("show y")))
                    .isEqualTo(new LinkFailure.Refused("imp-pub", "show y", "No valid command entered"));
            assertThat(node.shells).hasValue(1);
        }
    }

    @Test
    void anAnswerOutsideTheGrammarNamesItsLineAndHidesItsSecrets() throws Exception {
        Map<String, String> answers = Map.of("show x", "fine\r\ngarbage password=hidden\r\n");
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(answers));
                Console console = consoles.open(node)) {
            assertThat(failure(console, node, new Wire.Lines("show x")))
                    .isEqualTo(new LinkFailure.NotUnderstood(
                            "imp-pub", "show x", 2, "garbage password=********", "a row was expected"));
            assertThat(consoles.ear.transcripts)
                    .as("it was read once more")
                    .hasSize(2)
                    .allSatisfy(heard -> {
                        assertThat(heard.answer()).isEqualTo("fine\ngarbage password=********\n");
                        assertThat(heard.failure()).isEqualTo("LINK_NOT_UNDERSTOOD");
                    });
        }
    }

    @Test
    void aCommandThatTakesTooLongIsAbandonedWithoutAKeyPressed() throws Exception {
        ScriptedNode.Script script = terminal -> {
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("admin:");
            terminal.readCommand();
            terminal.print("working\r\n");
            terminal.readCommand();
        };
        try (ScriptedNode node = new ScriptedNode(script);
                Console console = consoles.open(node)) {
            Duration patience = Duration.ofMillis(1500);
            assertThat(failure(console, node, new Wire.Lines(LIST).within(patience)))
                    .isEqualTo(new LinkFailure.TimedOut("imp-pub", LIST, patience));
            assertThat(node.heard).hasSize(2);
            assertThat(consoles.ear.transcripts).last().satisfies(heard -> assertThat(heard.answer())
                    .isEqualTo("working\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"show ?", "show\tx", "show x\nshow y", "show x\r", "", " ", "show \u001b"})
    void aCommandThatWouldBeObeyedWhileTypedIsNotSent(String text) throws Exception {
        try (ScriptedNode node = new ScriptedNode(ScriptedNode.platform(ANSWERS));
                Console console = consoles.open(node)) {
            assertThatThrownBy(() -> console.run(Wire.node(node.port(), null), new Wire.Lines(text)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(node.shells).hasValue(0);
        }
    }
}
