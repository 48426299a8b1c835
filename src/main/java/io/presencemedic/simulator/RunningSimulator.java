package io.presencemedic.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How to reach a simulated cluster, whichever process runs it.
 *
 * @param endpoints where the nodes can be reached, CUCM's first
 * @param certificate the certificate that its web services present, in PEM
 * @param platform the account of the platform CLI
 * @param application the account of the web services
 */
public record RunningSimulator(
        List<SimulatedEndpoint> endpoints, String certificate, Account platform, Account application) {
    public RunningSimulator {
        endpoints = List.copyOf(endpoints);
    }

    /** The cluster that this process simulates. */
    public static RunningSimulator of(Simulator simulator) {
        return new RunningSimulator(
                simulator.endpoints(),
                simulator.certificate(),
                simulator.platformAccount(),
                simulator.applicationAccount());
    }

    /**
     * The cluster that another process simulates in the same home.
     *
     * @throws SimulatorException where it cannot be read how to reach it
     */
    public static RunningSimulator of(SimulatorSettings settings) {
        Path file = settings.folder().resolve("endpoints.json");
        try {
            EndpointsFile.Content content = new ObjectMapper().readValue(file.toFile(), EndpointsFile.Content.class);
            return new RunningSimulator(
                    content.endpoints(),
                    content.certificate(),
                    Objects.requireNonNull(content.accounts().get("platform")),
                    Objects.requireNonNull(content.accounts().get("application")));
        } catch (IOException e) {
            throw new SimulatorException("The running simulator cannot be found by " + file + ": " + e.getMessage(), e);
        }
    }
}
