package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ApplicationUser;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the Sync Agent signs in to CUCM, and whom CUCM knows (D7.7, D7.9). Evidence names the queries and no row: their
 * rows hold secrets.
 */
record SyncAgentSettings(Optional<Fact.Known<SqlTable>> table, Optional<Fact.Known<SqlTable>> userTable) {
    static SyncAgentSettings of(RuleContext facts) {
        return new SyncAgentSettings(
                facts.known(FactKey.SYNC_AGENT_CONFIG).stream().findFirst(),
                facts.known(FactKey.APPLICATION_USER).stream().findFirst());
    }

    Optional<SyncAgentConfig> config() {
        return table.flatMap(fact -> SyncAgentConfig.read(fact.value()));
    }

    Optional<List<ApplicationUser>> users() {
        return userTable.flatMap(fact -> ApplicationUser.read(fact.value()));
    }

    List<Evidence> evidence() {
        return Stream.concat(table.stream(), userTable.stream())
                .map(fact -> fact.heard().evidence())
                .toList();
    }
}
