package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.service.ServiceOrder;
import io.presencemedic.cluster.Node;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives the Presence Engines of a group about five minutes after a node has joined it (D6.2). Where they run, the
 * variant's lines find nothing to do and the procedure goes on to its end, where high availability is left as asked;
 * the variant is gone on to only where they are down on both nodes then.
 */
record EnginesAfterJoining(Group group, RunbookConfig config) implements Step {
    @Override
    public String name() {
        return "presence-engines-after-joining";
    }

    @Override
    public String target() {
        return group.name();
    }

    @Override
    public Duration patience() {
        return config.patience().multipliedBy(2);
    }

    @Override
    public boolean onlyWaits() {
        return true;
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        PresenceEngines engines = PresenceEngines.see(look, group.nodes());
        if (engines.allStarted()) {
            return new Decision.Done(engines.words());
        }
        if (!memory.begunAtLeast(config.patience())) {
            return new Decision.Wait(engines.words() + "; they have " + StepMessages.of(config.patience())
                    + " to start. What follows is done only where they are down on both nodes then");
        }
        if (!engines.noneStarted()) {
            return new Decision.Fail(
                    "SERVICE_NOT_STARTED",
                    "in the group, and " + engines.words() + "; go on by D6.3, presence-engine-subcluster-mismatch");
        }
        return missing(engines)
                .<Decision>map(what -> new Decision.Refuse(
                        "NEEDED_SERVICE_DOWN", what + "; go by D6.1, presence-engine-prerequisites"))
                .orElseGet(() -> new Decision.Done(
                        engines.words() + ": the proxies and then the engines are restarted, publisher first"));
    }

    /** A restart of the SIP Proxy is part of the variant; the others have to run. */
    private Optional<String> missing(PresenceEngines engines) {
        for (Node node : group.nodes()) {
            for (ServiceName need : ServiceOrder.PRESENCE_ENGINE_PREREQUISITES) {
                if (!need.equals(PresenceEngineSteps.SIP_PROXY) && ServiceRow.isMissed(engines.list(node), need)) {
                    return Optional.of(
                            need + " is " + ServiceRow.words(engines.list(node), need) + " on " + node.name());
                }
            }
        }
        return Optional.empty();
    }
}
