package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class PlatformTerminalTest {
    private static final int WIDE = 1000;
    private static final int HIGH = 1000;

    @RegisterExtension
    static final SharedSimulator shared = SharedSimulator.of("stuck-in-starting", 500, Clock.systemUTC());

    @Test
    void theEchoIsWrappedAtTheTerminalsWidth() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), 20, HIGH)) {
            assertThat(typing.run("set cli pagination off"))
                    .startsWith("set cli pagina \rtion off\r\nAutomatic pagination is turned off\r\n");
        }
    }

    @Test
    void longAnswersStopAtEachPageUntilPaginationIsOff() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-sub"), WIDE, 24)) {
            String more = "\u001b[1mPress <enter> for 1 line, <space> for one page, or <q> to quit \u001b[0m";
            typing.type("utils service list\r");
            typing.await(text -> text.endsWith(more));
            typing.type("\r");
            typing.await(text -> text.endsWith(more) && text.split("Press <enter>", -1).length == 3);
            typing.type("q");
            typing.await(text -> text.endsWith("\radmin:"));
            assertThat(typing.screen()).contains(more + "\r\u001b[K").doesNotContain("Primary Node");

            assertThat(typing.run("show cli pagination")).contains("Automatic Pagination : On.");
            assertThat(typing.run("set cli pagination off")).contains("Automatic pagination is turned off");
            assertThat(typing.run("utils service list"))
                    .contains("Primary Node")
                    .doesNotContain("Press <enter>");
        }
    }

    /** On a clock that stands still the restart does not end by itself; the command waits for it for eight seconds. */
    @Test
    void controlCInTheMiddleOfARestartLeavesTheServiceDown(@TempDir Path home) throws IOException {
        Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (Simulator own = Simulator.start(SimulatorSettings.of(home, "healthy", 4, false, still));
                TypingClient typing = TypingClient.at(SharedSimulator.endpoint(own, "imp-sub"), WIDE, HIGH)) {
            typing.type("utils service restart Cisco Presence Engine\r");
            typing.await(text -> text.contains("Cisco Presence Engine[ST"));
            typing.type("\u0003");
            typing.await(text -> text.endsWith("\radmin:") && text.contains("Control-C pressed"));
            assertThat(typing.run("utils service list"))
                    .contains("Cisco Presence Engine[STOPPED]  Component is not running");
        }
    }

    @Test
    void filesAreShownInAViewerOfTheirOwn() throws IOException {
        try (TypingClient typing = TypingClient.at(shared.endpoint("imp-pub"), WIDE, 24)) {
            String state = typing.run("set cli pagination on") + typing.run("utils ha status");
            assertThat(state).isNotEmpty();
            typing.type("utils dbreplication runtimestate\r");
            typing.await(text -> text.contains("file view activelog"));
            typing.type(" ");
            typing.await(text -> text.endsWith("\radmin:"));
            String path = typing.screen().replaceFirst("(?s).*file view activelog ([^']+)'.*", "$1");
            typing.type("file view activelog " + path + "\r");
            typing.await(text -> text.endsWith("(lines 1 - 20 of 78) :\u001b[0m "));
            typing.type("e");
            typing.await(text -> text.contains("end of the file reached") && text.endsWith("\u001b[0m "));
            typing.type("q");
            typing.await(text -> text.endsWith("\radmin:"));
        }
    }
}
