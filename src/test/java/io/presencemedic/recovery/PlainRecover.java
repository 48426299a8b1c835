package io.presencemedic.recovery;

import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.catalog.RunbookCatalog;
import io.presencemedic.runbook.step.PlainSteps;

/** What recovers a cluster, without the service around it. */
public final class PlainRecover {
    private PlainRecover() {}

    /** @param remedies what it may run */
    public static Runbook with(RunbookCatalog remedies) {
        return new RecoverRunbook(new LiveDiagnoser(), remedies, PlainSteps.CONFIG);
    }
}
