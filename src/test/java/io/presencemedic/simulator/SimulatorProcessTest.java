package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.ShortLivedJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class SimulatorProcessTest {
    private static final Pattern SSH = Pattern.compile("imp-sub .* ssh -p (\\d+) administrator@127.0.0.1 .*");

    @TempDir
    Path home;

    @Test
    void aKilledSimulatorGoesOnWhereItWasOnTheSamePorts() throws Exception {
        Process first = start();
        int port = port(first);
        try (TypingClient typing = TypingClient.at(at(port), 1000, 1000)) {
            typing.run("utils service stop Cisco Tomcat");
        } finally {
            first.destroyForcibly().waitFor();
        }

        Process second = start();
        try {
            assertThat(port(second)).isEqualTo(port);
            try (TypingClient typing = TypingClient.at(at(port), 1000, 1000)) {
                assertThat(typing.run("utils service list")).contains("Cisco Tomcat[STOPPED]");
            }
        } finally {
            second.destroy();
            assertThat(second.waitFor()).isIn(0, 143);
        }
    }

    @Test
    void aWrongSettingEndsWithAnExplanation() {
        assertThat(SimulatorProcess.run(new String[] {"--scenario=gremlins", "--home=" + home}, Map.of()))
                .isEqualTo(1);
        assertThat(SimulatorProcess.run(new String[] {"--time-factor=fast"}, Map.of("MEDIC_HOME", home.toString())))
                .isEqualTo(1);
        assertThat(SimulatorProcess.run(new String[] {"--scenaro=healthy"}, Map.of("MEDIC_HOME", home.toString())))
                .isEqualTo(1);
    }

    @Test
    void helpIsGivenWhereItIsAskedFor() {
        assertThat(SimulatorProcess.run(new String[] {"--help"}, Map.of())).isZero();
        assertThat(SimulatorOptions.commandLine(Map.of()).getUsageMessage())
                .contains("--scenario", "--time-factor", "--second-group", "--home");
    }

    private Process start() throws IOException {
        List<String> command = ShortLivedJvm.command(SimulatorProcess.class, List.of());
        command.addAll(List.of("--home=" + home, "--time-factor=500"));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int port(Process process) throws IOException {
        BufferedReader reader = process.inputReader();
        List<String> seen = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            Matcher ssh = SSH.matcher(line);
            if (ssh.matches()) {
                return Integer.parseInt(ssh.group(1));
            }
            seen.add(line);
        }
        throw new IOException("The simulator did not say where it is: " + seen);
    }

    private static SimulatedEndpoint at(int port) {
        return new SimulatedEndpoint("imp-sub", "IMP_SUBSCRIBER", "127.0.0.1", port, 0, "");
    }
}
