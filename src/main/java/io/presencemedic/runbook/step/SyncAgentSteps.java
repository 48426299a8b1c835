package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The checklist of the section on the Sync Agent, item by item (D7). */
@ApplicationScoped
public class SyncAgentSteps {
    /** The service that the section is about. */
    public static final ServiceName SERVICE = DocumentSection.SYNC_AGENT;

    private final RunbookConfig config;

    SyncAgentSteps(RunbookConfig config) {
        this.config = config;
    }

    /** The Sync Agent of the node does not run. */
    public Step down(Node node) {
        return new SyncAgentDownCheck(node);
    }

    /** CUCM and these nodes run one version (D7.1). */
    public Step versionsMatch(List<Node> nodes) {
        return new VersionsCheck(nodes);
    }

    /** Cisco AXL Web Service of the CUCM publisher is STARTED (D7.2). */
    public Step webServiceStart(Node cucm) {
        return new ServiceStart(cucm, DocumentSection.AXL_WEB_SERVICE, config);
    }

    /** The node is in CUCM's server list (D7.3). */
    public Step serverListed(Node node) {
        return new ServerListCheck(node);
    }

    /** The node's own tests pass (D7.4). */
    public Step testsPass(Node node) {
        return new PlatformTestsCheck(node);
    }

    /** CUCM's web service answers (D7.5). */
    public Step webServiceAnswers(Node cucm) {
        return new WebServiceCheck(cucm.name(), config);
    }

    /** A person has restarted both publishers (D7.6). */
    public Step publishersRestarted(Node node, Node publisher) {
        return new PublishersRestarted(node, publisher);
    }

    /** The Sync Agent is configured to reach the CUCM publisher (D7.7, D7.8). */
    public Step addressRight(Node publisher) {
        return new SyncAgentAddressCheck(publisher);
    }

    /** The Sync Agent's account is the same on both sides (D7.9 to D7.11). */
    public Step accountRight(Node publisher) {
        return new SyncAgentAccountCheck(publisher);
    }

    /** The Sync Agent was started, or there are more items to go through. */
    public Step startAttempt(Node node) {
        return new BestEffort(start(node));
    }

    /** What the nodes say of high availability is on record; the Sync Agent is critical to it. */
    public Step highAvailabilityNamed(Node publisher) {
        return new HighAvailabilityNamed(publisher);
    }

    /** The Sync Agent is STARTED. */
    public Step start(Node node) {
        return new ServiceStart(node, DocumentSection.SYNC_AGENT, config);
    }
}
