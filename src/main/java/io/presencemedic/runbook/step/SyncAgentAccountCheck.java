package io.presencemedic.runbook.step;

import io.presencemedic.cisco.AccountComparison;
import io.presencemedic.cisco.AccountComparison.Part;
import io.presencemedic.cisco.ApplicationUser;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The Sync Agent's account is an application user of CUCM with the same key and password (D7.9 to D7.11). The secrets
 * are compared here and go no further.
 */
record SyncAgentAccountCheck(Node publisher) implements Check {
    @Override
    public String name() {
        return "sync-agent-account";
    }

    @Override
    public String target() {
        return publisher.name();
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        SyncAgentConfig config = SyncAgentConfig.read(look.ask(publisher, RunSqlSelect.syncAgentConfig()))
                .orElse(null);
        String name = config == null ? null : config.axlUser();
        if (config == null || name == null || name.isEmpty()) {
            return SyncAgentAddressCheck.UNREADABLE;
        }
        Optional<RunSqlSelect> query = query(name);
        if (query.isEmpty()) {
            return new Decision.Refuse(
                    "AXL_USER_UNUSUAL",
                    "the Sync Agent's axluser has characters that are not sent to a node; compare it by hand (D7.9)");
        }
        SqlTable answer = look.ask(Groups.publisher(look.cluster()), query.get());
        return ApplicationUser.read(answer)
                .map(users -> compare(config, name, users))
                .orElseGet(() -> new Decision.Refuse(
                        "APPLICATION_USER_UNREADABLE",
                        "CUCM's answer has not the columns pkid, name and credentials (D7.9)"));
    }

    private static Optional<RunSqlSelect> query(String name) {
        try {
            return Optional.of(RunSqlSelect.applicationUser(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Decision compare(SyncAgentConfig config, String name, List<ApplicationUser> users) {
        if (users.isEmpty()) {
            return new Decision.Refuse(
                    "APPLICATION_USER_MISSING",
                    "CUCM has no application user \"" + name
                            + "\": create it there with this name and, if it is known, the old password (D7.11)");
        }
        List<String> differing = differing(config, users);
        return differing.isEmpty()
                ? new Decision.Done(
                        "name, pkid and credentials of application user \"" + name + "\" are the same on both sides")
                : new Decision.Refuse(
                        "SYNC_AGENT_ACCOUNT_DIFFERS",
                        "between CUCM and IM and Presence differ: " + String.join("; ", differing)
                                + " (D7.10); TAC case with the evidence of E-SYNC-AGENT",
                        FailureContext.wanting(DocumentRef.E_SYNC_AGENT));
    }

    /** What is unknown counts as differing: a procedure goes on with nothing that it has not seen. */
    private static List<String> differing(SyncAgentConfig config, List<ApplicationUser> users) {
        AccountComparison compared = AccountComparison.of(config, users.get(0));
        return Arrays.stream(Part.values())
                .filter(part -> users.size() > 1 && part == Part.NAME
                        || compared.differing().contains(part)
                        || compared.unknown().contains(part))
                .map(Part::words)
                .toList();
    }
}
