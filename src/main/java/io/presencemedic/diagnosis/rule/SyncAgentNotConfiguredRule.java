package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.diagnosis.fact.FactKey;

/** The table that says how the Sync Agent reaches CUCM does not say it (D7.7). */
final class SyncAgentNotConfiguredRule implements Rule {
    @Override
    public RuleResult look(RuleContext facts) {
        return RuleResult.of(facts.known(FactKey.SYNC_AGENT_CONFIG).stream()
                .filter(fact -> !namesOneUser(fact.value()))
                .map(fact -> SyncAgentCheck.draft(
                                SyncAgentCheck.NOT_CONFIGURED,
                                DocumentRef.D7_7,
                                "The Sync Agent's configuration has not exactly one row with a user, so the Sync Agent does"
                                        + " not know how to sign in to its CUCM publisher.")
                        .evidence(fact.heard().evidence())));
    }

    /** A query that does not ask for the user proves nothing. */
    private static boolean namesOneUser(SqlTable table) {
        if (!table.has("axluser")) {
            return true;
        }
        String user = table.rows().size() == 1 ? table.value(0, "axluser") : null;
        return user != null && !user.isBlank();
    }
}
