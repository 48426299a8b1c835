package io.presencemedic.evidence;

import io.presencemedic.runbook.Runbook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The runbooks of all kinds of bundles, for the catalogue. */
@ApplicationScoped
class EvidenceRunbooks {
    private final EvidenceSteps steps;

    EvidenceRunbooks(EvidenceSteps steps) {
        this.steps = steps;
    }

    @Produces
    @Singleton
    Runbook network() {
        return new EvidenceRunbook(BundleKind.NETWORK, steps);
    }

    @Produces
    @Singleton
    Runbook database() {
        return new EvidenceRunbook(BundleKind.DATABASE, steps);
    }

    @Produces
    @Singleton
    Runbook interclusterSyncAgent() {
        return new EvidenceRunbook(BundleKind.ICSA, steps);
    }

    @Produces
    @Singleton
    Runbook syncAgent() {
        return new EvidenceRunbook(BundleKind.SYNC_AGENT, steps);
    }
}
