package io.presencemedic;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * The service for tests that start simulators and run jobs themselves: it works on no job, knows the simulators'
 * accounts, and wastes no time on terminals that fall quiet nor on limits of calls.
 */
public final class OwnSimulators implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> all = new HashMap<>(EnteredCluster.ACCOUNTS);
        all.put("medic.job.workers", "0");
        all.put("medic.link.ssh.quiet", "PT0.02S");
        all.put("medic.link.http.requests-per-minute", "100000");
        all.put("medic.link.http.throttle-pause", "PT0.01S");
        return all;
    }
}
