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
                new ServicesStuckInStartingRunbook(steps),
                new StoppedServicesStartRunbook(steps),
                new NetworkServicesDownRunbook(steps),
                new DatabaseDownRunbook(steps),
                new InterclusterSyncAgentDownRunbook(steps),
                new PresenceEnginePrerequisitesRunbook(steps, engine),
                new PresenceEngineOutsideGroupRunbook(steps, engine),
                new PresenceEngineSubclusterMismatchRunbook(steps, engine),
                new PresenceEngineAloneDownRunbook(steps, engine),
                new SyncAgentChecklistRunbook(StepsOnPaper.syncAgent()),
                new HighAvailabilityPrimitiveRunbook.Disable(steps),
                new HighAvailabilityPrimitiveRunbook.Enable(steps),
                new MonitorPrimitiveRunbook.Disable(steps),
                new MonitorPrimitiveRunbook.Enable(steps),
                new ServicePrimitiveRunbook.Activate(steps),
                new ServicePrimitiveRunbook.Start(steps),
                new ServicePrimitiveRunbook.Restart(steps));
    }
}
