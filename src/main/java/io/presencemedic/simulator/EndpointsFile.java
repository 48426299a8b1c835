package io.presencemedic.simulator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells other processes of the same account how to reach the simulated nodes, with which passwords, and a later
 * simulator which ports this one had.
 */
final class EndpointsFile {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    EndpointsFile(Path file) {
        this.file = file;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Content(
            long pid,
            List<String> scenarios,
            double timeFactor,
            Map<String, Account> accounts,
            String certificate,
            List<SimulatedEndpoint> endpoints) {}

    void write(
            SimulatorSettings settings, List<String> scenarios, String certificate, List<SimulatedEndpoint> endpoints)
            throws IOException {
        Map<String, Account> accounts = Map.of("platform", settings.platform(), "application", settings.application());
        Content content = new Content(
                ProcessHandle.current().pid(), scenarios, settings.timeFactor(), accounts, certificate, endpoints);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, TlsIdentity.OWNERS_ALONE);
        JSON.writeValue(next.toFile(), content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where the node could be reached the last time; empty if that is not known. */
    Optional<SimulatedEndpoint> last(String node) {
        try {
            return JSON.readValue(file.toFile(), Content.class).endpoints().stream()
                    .filter(endpoint -> endpoint.name().equals(node))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
