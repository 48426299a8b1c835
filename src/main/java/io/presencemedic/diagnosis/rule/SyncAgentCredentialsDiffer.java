package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.AccountComparison;
import io.presencemedic.cisco.AccountComparison.Part;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.ClusterFacts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Sync Agent's user is not the one that CUCM has (D7.10). The two secrets are compared and told to nobody. */
final class SyncAgentCredentialsDiffer implements Rule {
    @Override
    public Ruling look(ClusterFacts facts) {
        SyncAgentSettings settings = SyncAgentSettings.of(facts);
        return Ruling.of(settings.config().stream().flatMap(config -> settings.users().stream()
                .filter(users -> users.size() == 1)
                .map(users -> AccountComparison.of(config, users.get(0)).differing())
                .flatMap(differing -> differing.isEmpty() ? Stream.empty() : Stream.of(draft(settings, differing)))));
    }

    private static Draft draft(SyncAgentSettings settings, List<Part> differing) {
        return SyncAgentCheck.draft(
                        SyncAgentCheck.CREDENTIALS_DIFFER,
                        DocumentRef.D7_10,
                        "The Sync Agent's user is not the one that CUCM has; between CUCM and IM and Presence differ: "
                                + differing.stream().map(Part::words).collect(Collectors.joining("; ")) + ".")
                .evidence(settings.evidence());
    }
}
