package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.step.PlainSteps;
import io.presencemedic.runbook.step.PresenceEngineSteps;
import io.presencemedic.runbook.step.Steps;
import java.util.List;

/** The procedures and primitives with the document's waits, without the service around them. */
public final class PlainCatalog {
    private PlainCatalog() {}

    public static List<Runbook> runbooks() {
        Steps steps = PlainSteps.steps();
        PresenceEngineSteps engine = PlainSteps.presenceEngine();
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
                new SyncAgentChecklistRunbook(PlainSteps.syncAgent(), steps),
                new HighAvailabilityPrimitiveRunbook.Disable(steps),
                new HighAvailabilityPrimitiveRunbook.Enable(steps),
                new HighAvailabilityPrimitiveRunbook.Recover(steps),
                new NodeMoveRunbook.Failover(steps),
                new NodeMoveRunbook.Fallback(steps),
                new RedundancyGroupFailedOverRunbook(steps),
                new XcpConfigManagerDownRunbook(steps),
                new MonitorPrimitiveRunbook.Disable(steps),
                new MonitorPrimitiveRunbook.Enable(steps),
                new ServicePrimitiveRunbook.Activate(steps),
                new ServicePrimitiveRunbook.Start(steps),
                new ServicePrimitiveRunbook.Restart(steps));
    }
}
