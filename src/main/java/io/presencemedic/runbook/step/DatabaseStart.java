package io.presencemedic.runbook.step;

import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.cli.UtilsServiceControl;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.Change;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.FailureContext;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restarts the database of a node once where it stays in STARTING, stops it where it still does, and starts it where it
 * is stopped (D4.3, G2).
 */
record DatabaseStart(Node node, RunbookConfig config) implements Step {
    private static final String RESTARTED = "restarted";
    private static final String STOPPED = "stopped";
    private static final int WAITS = 10;
    /** How many of the document's waits a database has after a restart: one that is large takes longer than one. */
    private static final int SLOW = 2;

    private static final int STARTS = 2;

    @Override
    public String name() {
        return "database-start";
    }

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public Duration patience() {
        return config.patience().multipliedBy(WAITS);
    }

    @Override
    public boolean needsCli() {
        return true;
    }

    @Override
    public List<String> wouldSend() {
        return List.of(UtilsServiceControl.start(DocumentSection.DATABASE).text());
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Optional<ServiceStatus> row = ServiceRow.see(look, node, DocumentSection.DATABASE);
        if (row.isEmpty()) {
            return ServiceRow.notListed(node, DocumentSection.DATABASE);
        }
        boolean isRestarted = memory.notes().containsKey(RESTARTED);
        return switch (row.get().state()) {
            case STARTED -> new Decision.Done(DocumentSection.DATABASE + " is STARTED");
            case STOPPING -> new Decision.Wait(DocumentSection.DATABASE + " is STOPPING");
            case STARTING -> starting(row.get(), memory, isRestarted);
            case STOPPED, NOTRUNNING -> stopped(row.get(), memory);
        };
    }

    private Decision stopped(ServiceStatus row, LineMemory memory) {
        Decision.Act start = act(UtilsServiceControl.start(row.name()), "is " + ServiceRow.words(row), Map.of());
        return memory.tries(start) < STARTS ? start : failed(row);
    }

    private Decision starting(ServiceStatus row, LineMemory memory, boolean isRestarted) {
        boolean stays = memory.acts() == 0
                ? memory.begunAtLeast(config.patience())
                : memory.actedAtLeast(config.patience().multipliedBy(SLOW));
        if (!stays) {
            return new Decision.Wait(DocumentSection.DATABASE + " is STARTING");
        }
        if (!isRestarted || (memory.lastActUnknown() && !memory.notes().containsKey(STOPPED))) {
            return act(UtilsServiceControl.restart(row.name()), "stays in STARTING", Map.of(RESTARTED, "yes"));
        }
        return memory.notes().containsKey(STOPPED)
                ? failed(row)
                : act(
                        UtilsServiceControl.stop(row.name()),
                        "stays in STARTING after a restart and is stopped, then started (G2)",
                        Map.of(STOPPED, "yes"));
    }

    private Decision.Act act(UtilsServiceControl command, String found, Map<String, String> notes) {
        boolean isRepeatable = command.verb() == UtilsServiceControl.Verb.START;
        return new Decision.Act(
                DocumentSection.DATABASE + " " + found, new Change.ByCommand(node, command, isRepeatable), notes);
    }

    private Decision failed(ServiceStatus row) {
        return notStarted(DocumentSection.DATABASE + " is " + ServiceRow.words(row) + " on " + node.name());
    }

    /** Nothing of the document has helped. */
    static Decision notStarted(String words) {
        return new Decision.Fail(
                "DATABASE_NOT_STARTED",
                words + " after the document's steps; best course: TAC case with the evidence of "
                        + DocumentRef.E_DATABASE,
                FailureContext.wanting(DocumentRef.E_DATABASE));
    }
}
