package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.diagnosis.fact.Severity;
import java.util.List;

/** What the items of the Sync Agent's checklist have in common (D7.1 to D7.11, G4). */
final class SyncAgentCheck {
    static final String VERSION_MISMATCH = "VERSION_MISMATCH";
    static final String NOT_IN_SERVER_LIST = "NOT_IN_SERVER_LIST";
    static final String NODE_KEY_DIFFERS = "NODE_KEY_DIFFERS";
    static final String DIAGNOSTIC_TEST_FAILED = "DIAGNOSTIC_TEST_FAILED";
    static final String AXL_NOT_REACHABLE = "AXL_NOT_REACHABLE";
    static final String HOST_UNREACHABLE = "HOST_UNREACHABLE";
    static final String NOT_CONFIGURED = "SYNC_AGENT_NOT_CONFIGURED";
    static final String PUBLISHER_ADDRESS = "SYNC_AGENT_PUBLISHER_ADDRESS";
    static final String USER_MISSING = "SYNC_AGENT_USER_MISSING";
    static final String CREDENTIALS_DIFFER = "SYNC_AGENT_CREDENTIALS_DIFFER";

    /** What each item finds. */
    static final List<String> CODES = List.of(
            VERSION_MISMATCH,
            OutageCause.AXL_WEB_SERVICE.code(),
            NOT_IN_SERVER_LIST,
            NODE_KEY_DIFFERS,
            DIAGNOSTIC_TEST_FAILED,
            AXL_NOT_REACHABLE,
            HOST_UNREACHABLE,
            NOT_CONFIGURED,
            PUBLISHER_ADDRESS,
            USER_MISSING,
            CREDENTIALS_DIFFER);

    private SyncAgentCheck() {}

    /**
     * An item fails, which keeps the Sync Agent of any node from starting. Only a person can help; the checklist's
     * runbook goes on from there where the Sync Agent is down.
     */
    static FindingDraft draft(String code, DocumentRef item, String summary) {
        return FindingDraft.of(code, item, Severity.ERROR, summary).everywhere().remediedWithItsSymptom();
    }
}
