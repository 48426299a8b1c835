package io.presencemedic.runbook.step;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.SyncAgentConfig;
import io.presencemedic.cisco.cli.RunSqlSelect;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.Groups;
import io.presencemedic.runbook.LineMemory;
import java.util.Optional;

/** The Sync Agent is configured to reach the CUCM publisher (D7.7, D7.8). */
record SyncAgentAddressCheck(Node publisher) implements Check {
    /** Why the table cannot be used. */
    static final Decision UNREADABLE = new Decision.Refuse(
            "SYNC_AGENT_CONFIG_UNREADABLE",
            "the table epassyncagentcfg has not exactly one row with an axluser (D7.7); TAC case with the evidence of E-SYNC-AGENT",
            FailureContext.wanting(DocumentRef.E_SYNC_AGENT));

    @Override
    public String name() {
        return "sync-agent-address";
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
        Optional<SyncAgentConfig> config = SyncAgentConfig.read(look.ask(publisher, RunSqlSelect.syncAgentConfig()));
        if (config.isEmpty()) {
            return UNREADABLE;
        }
        Node cucm = Groups.publisher(look.cluster());
        String address = config.get().publisherAddress();
        return address != null && PlatformNames.same(look, cucm, address)
                ? new Decision.Done("the Sync Agent's publisher address " + address + " is " + cucm.name())
                : new Decision.Refuse(
                        "PUBLISHER_ADDRESS_DIFFERS",
                        "the Sync Agent's publisher address is " + (address == null ? "not set" : address)
                                + ", which is not " + cucm.name() + " (" + cucm.host() + ") (D7.8)");
    }
}
