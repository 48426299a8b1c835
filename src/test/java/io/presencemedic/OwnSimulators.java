package io.presencemedic;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service for tests that claim and run jobs themselves: it works on none. */
public final class OwnSimulators implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("medic.job.workers", "0");
    }
}
