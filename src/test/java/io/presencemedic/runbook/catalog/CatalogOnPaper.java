package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.step.PresenceEngineSteps;
import io.presencemedic.runbook.step.Steps;
import io.presencemedic.runbook.step.StepsOnPaper;
import java.util.List;

/** The procedures and primitives with the document's waits, without the service around them. */
public final class CatalogOnPaper {
    private CatalogOnPaper() {}

    public static List<Runbook> runbooks() {
        Steps steps = StepsOnPaper.steps();
        PresenceEngineSteps engine = StepsOnPaper.presenceEngine();
        return List.of(
                new ServicesStuckInStarting(steps),
                new StoppedServicesStart(steps),
                new NetworkServicesDown(steps),
                new DatabaseDown(steps),
                new InterclusterSyncAgentDown(steps),
                new PresenceEnginePrerequisites(steps, engine),
                new PresenceEngineOutsideGroup(steps, engine),
                new PresenceEngineSubclusterMismatch(steps, engine),
                new PresenceEngineAloneDown(steps, engine),
                new SyncAgentChecklist(StepsOnPaper.syncAgent()),
                new HighAvailabilityPrimitive.Disable(steps),
                new HighAvailabilityPrimitive.Enable(steps),
                new MonitorPrimitive.Disable(steps),
                new MonitorPrimitive.Enable(steps),
                new ServicePrimitive.Activate(steps),
                new ServicePrimitive.Start(steps),
                new ServicePrimitive.Restart(steps));
    }
}
