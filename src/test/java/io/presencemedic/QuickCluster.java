package io.presencemedic;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with a simulated cluster on which a scenario is played, on a fast clock and without a limit of calls. */
public abstract class QuickCluster implements QuarkusTestProfile {
    private final String scenario;

    protected QuickCluster(String scenario) {
        this.scenario = scenario;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "medic.simulator.enabled", "true",
                "medic.simulator.scenario", scenario,
                "medic.simulator.time-factor", "600",
                "medic.link.ssh.quiet", "PT0.02S",
                "medic.link.http.requests-per-minute", "100000");
    }
}
