package io.presencemedic.simulator;

import io.presencemedic.simulator.model.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulator that the tests of a class share; each begins with a new cluster and without faults. Whoever wants to see
 * a state that passes by itself gives it a clock that stands still.
 */
public final class SharedSimulator implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final String scenario;
    private final double factor;
    private final Clock clock;
    private @Nullable Path home;
    private @Nullable Simulator simulator;

    private SharedSimulator(String scenario, double factor, Clock clock) {
        this.scenario = scenario;
        this.factor = factor;
        this.clock = clock;
    }

    /** One that goes so many times as fast as the clock; what a command takes is waited for accordingly. */
    public static SharedSimulator of(String scenario, double factor, Clock clock) {
        return new SharedSimulator(scenario, factor, clock);
    }

    /** The simulator, while the class is tested. */
    public Simulator simulator() {
        return Objects.requireNonNull(simulator);
    }

    /** Its folder, in which tests may leave files. */
    public Path home() {
        return Objects.requireNonNull(home);
    }

    /** Where the node of this name can be reached. */
    public SimulatedEndpoint endpoint(String node) {
        return endpoint(simulator(), node);
    }

    /** Where a simulator's node of this name can be reached. */
    static SimulatedEndpoint endpoint(Simulator simulator, String node) {
        return simulator.endpoints().stream()
                .filter(endpoint -> endpoint.name().equals(node))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("medic-simulator");
        simulator = Simulator.start(
                SimulatorSettings.of(home, scenario, factor, false, clock).passing());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator().reset(Scenarios.parse(scenario));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        simulator().close();
        org.assertj.core.util.Files.delete(home().toFile());
    }
}
