package io.presencemedic.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** curl talks to the simulator's web services; see {@code src/test/openssh}. */
@BesideTheService
@Tag("openssh")
class CurlTest {
    @RegisterExtension
    static final SharedSimulator shared = Exchanges.simulator();

    private static String curl(String address, String... more) throws Exception {
        Path trusted = Files.writeString(
                shared.home().resolve("simulator.pem"), shared.simulator().certificate());
        List<String> command = new ArrayList<>(List.of(
                "curl", "--silent", "--show-error", "--max-time", "30", "--cacert", trusted.toString(), address));
        command.addAll(List.of(more));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError("curl is not installed; run src/test/openssh/install", e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @MethodSource("io.presencemedic.simulator.Exchanges#all")
    void curlIsAnsweredAsRecorded(Exchanges.Exchange exchange) throws Exception {
        Path request = Files.write(shared.home().resolve("request.xml"), exchange.request());
        String answer = curl(
                Exchanges.address(shared, exchange),
                "--user",
                "axl:simulator",
                "--header",
                "Content-Type: text/xml; charset=UTF-8",
                "--header",
                "SOAPAction: " + exchange.action(),
                "--data-binary",
                "@" + request,
                "--write-out",
                "\n%{http_code}");
        assertThat(answer).endsWith("\n200");
        assertThat(answer.substring(0, answer.length() - "\n200".length())).isEqualTo(exchange.recorded(answer));
    }

    @Test
    void aWrongPasswordAndAWrongVersionAreToldByTheirStatus() throws Exception {
        Exchanges.Exchange version = Exchanges.all().get(0);
        String address = Exchanges.address(shared, version);
        assertThat(curl(address, "--user", "axl:wrong", "--output", "/dev/null", "--write-out", "%{http_code}"))
                .isEqualTo("401");
        shared.simulator().faults().add(Fault.of(FaultKind.UNSUPPORTED_VERSION));
        Path request = Files.write(shared.home().resolve("request.xml"), version.request());
        assertThat(curl(
                        address,
                        "--user",
                        "axl:simulator",
                        "--data-binary",
                        "@" + request,
                        "--write-out",
                        "%{http_code}"))
                .contains("Supported axl versions are")
                .endsWith("599");
    }

    @Test
    void aSessionTakesThePlaceOfThePassword() throws Exception {
        String address = Exchanges.address(shared, Exchanges.all().get(0));
        String jar = shared.home().resolve("cookies").toString();
        curl(address, "--user", "axl:simulator", "--cookie-jar", jar);
        assertThat(curl(address, "--cookie", jar)).contains("The AXL Web Service is working");
        assertThat(curl(address, "--cookie", "JSESSIONIDSSO=stale", "--write-out", "%{http_code}"))
                .endsWith("404");
    }
}
