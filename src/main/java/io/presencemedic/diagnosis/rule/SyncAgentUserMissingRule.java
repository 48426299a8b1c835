package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import java.util.List;
import java.util.stream.Stream;

/** CUCM has no application user of the name with which the Sync Agent signs in (D7.11). */
final class SyncAgentUserMissingRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        SyncAgentSettings settings = SyncAgentSettings.of(facts);
        boolean missing = settings.users().filter(List::isEmpty).isPresent();
        return RuleResult.of(settings.config().stream()
                .filter(config -> missing)
                .flatMap(config -> Stream.ofNullable(config.axlUser()))
                .map(user -> SyncAgentCheck.draft(
                                SyncAgentCheck.USER_MISSING,
                                DocumentRef.D7_11,
                                "CUCM has no application user " + user
                                        + ", with which the Sync Agent signs in. Create it again with the old name and, if"
                                        + " known, the old password.")
                        .evidence(settings.evidence())));
    }
}
