package io.presencemedic.recovery;

import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCatalog;
import io.presencemedic.runbook.step.StepsOnPaper;

/** What recovers a cluster, without the service around it. */
public final class RecoverOnPaper {
    private RecoverOnPaper() {}

    /** @param remedies what it may run */
    public static Runbook with(RunbookCatalog remedies) {
        return new RecoverRunbook(new LiveDiagnoser(), remedies, StepsOnPaper.CONFIG);
    }
}
