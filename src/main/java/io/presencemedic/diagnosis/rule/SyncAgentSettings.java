package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.ApplicationUser;
import io.presencemedic.cisco.ClusterNode;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the Sync Agent signs in to CUCM (D7.7 to D7.11). The two secrets are compared here and stand in no finding. */
final class SyncAgentSettings {
    private final ClusterFacts facts;
    private final Optional<Fact.Known<SqlTable>> table;
    private final Optional<SyncAgentConfig> config;
    private final Optional<Fact.Known<SqlTable>> userTable;
    private final Optional<List<ApplicationUser>> users;

    SyncAgentSettings(ClusterFacts facts) {
        this.facts = facts;
        this.table = facts.known(Topic.SYNC_AGENT_CONFIG).stream().findFirst();
        this.config = table.flatMap(fact -> SyncAgentConfig.read(fact.value()));
        this.userTable = facts.known(Topic.APPLICATION_USER).stream().findFirst();
        this.users = userTable.flatMap(fact -> ApplicationUser.read(fact.value()));
    }

    Optional<Draft> readable() {
        return table.filter(fact ->
                        fact.value().has("axluser") && fact.value().rows().isEmpty())
                .map(fact -> Draft.of(
                                "SYNC_AGENT_NOT_CONFIGURED",
                                DocumentRef.D7_7,
                                Severity.ERROR,
                                "The Sync Agent's configuration is empty, so it does not know its CUCM publisher.")
                        .evidence(fact.heard().evidence()));
    }

    Optional<Draft> address() {
        String address = config.map(SyncAgentConfig::publisherAddress).orElse(null);
        List<ClusterNode> publishers = facts.known(Topic.NETWORK_CLUSTER).stream()
                .flatMap(fact -> fact.value().nodes().stream())
                .filter(node -> !node.presence() && node.role().equalsIgnoreCase("Publisher"))
                .toList();
        if (address == null || publishers.isEmpty() || publishers.stream().anyMatch(node -> node.is(address))) {
            return Optional.empty();
        }
        return draft(
                "SYNC_AGENT_PUBLISHER_ADDRESS",
                DocumentRef.D7_8,
                "The Sync Agent looks for CUCM at " + address + ", but the CUCM publisher is "
                        + publishers.get(0).address() + ".");
    }

    Optional<Draft> user() {
        String user = config.map(SyncAgentConfig::axlUser).orElse(null);
        boolean missing = user != null && users.filter(List::isEmpty).isPresent();
        return missing
                ? draft(
                        "SYNC_AGENT_USER_MISSING",
                        DocumentRef.D7_11,
                        "CUCM has no application user " + user
                                + ", with which the Sync Agent signs in. Create it again with the old name and, if known,"
                                + " the old password.")
                : Optional.empty();
    }

    Optional<Draft> credentials() {
        if (config.isEmpty() || users.isEmpty() || users.get().size() != 1) {
            return Optional.empty();
        }
        SyncAgentConfig agent = config.get();
        ApplicationUser user = users.get().get(0);
        List<String> differing = new ArrayList<>();
        differs(differing, "the name", agent.axlUser(), user.name());
        differs(differing, "the pkid", agent.axlUserPkid(), user.pkid());
        differs(differing, "the password", agent.axlPassword(), user.credentials());
        return differing.isEmpty()
                ? Optional.empty()
                : draft(
                        "SYNC_AGENT_CREDENTIALS_DIFFER",
                        DocumentRef.D7_10,
                        "The Sync Agent's user is not the one that CUCM has; these differ: "
                                + String.join(", ", differing) + ".");
    }

    /** Masked values prove nothing. */
    private static void differs(List<String> found, String what, @Nullable String one, @Nullable String other) {
        if (one != null && other != null && !one.contains("*") && !other.contains("*") && !one.equals(other)) {
            found.add(what);
        }
    }

    private Optional<Draft> draft(String code, DocumentRef item, String summary) {
        Draft draft = Draft.of(code, item, Severity.ERROR, summary);
        table.ifPresent(fact -> draft.evidence(fact.heard().evidence()));
        userTable.ifPresent(fact -> draft.evidence(fact.heard().evidence()));
        return Optional.of(draft);
    }
}
