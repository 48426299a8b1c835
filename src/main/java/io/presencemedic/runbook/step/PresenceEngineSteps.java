package io.presencemedic.runbook.step;

import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cluster.Node;
import io.presencemedic.runbook.Bracket;
import io.presencemedic.runbook.Group;
import io.presencemedic.runbook.Restoring;
import io.presencemedic.runbook.RunbookConfig;
import io.presencemedic.runbook.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that only the sections on the Presence Engine have (D6). */
@ApplicationScoped
public class PresenceEngineSteps {
    /** What is restarted before the engine (D6.2). */
    public static final ServiceName SIP_PROXY = new ServiceName("Cisco SIP Proxy");
    /** The engine itself. */
    public static final ServiceName PRESENCE_ENGINE = DocumentSection.PRESENCE_ENGINE;

    private final RunbookConfig config;

    PresenceEngineSteps(RunbookConfig config) {
        this.config = config;
    }

    /** Services that the engine needs are stopped (D6.1). */
    public Step prerequisitesDown(Group group) {
        return new PrerequisitesDownCheck(group);
    }

    /** What the engine needs on its node, each behind what it needs itself (D6.1). */
    public List<ServiceName> prerequisites() {
        return StartOrder.PRESENCE_ENGINE_PREREQUISITES;
    }

    /**
     * High availability of a group of one member is off inside the bracket: with a second one, whose engine does not
     * run yet, the group would fail over (C2).
     *
     * @param alone the group as it is
     * @param group the group as it is to be
     * @param restore when it is switched on again
     */
    public Bracket withoutHighAvailabilityOfOne(Group alone, Group group, Restoring.When restore) {
        return new Bracket(
                new WhenAlone(alone, new HighAvailabilityDisable(alone, false, config)),
                new HighAvailabilityEnable(group, config),
                restore,
                step -> new HighAvailabilityKeptOff(group, step));
    }

    /** High availability of the group is off inside the bracket where an engine of it is down. */
    public Bracket withoutHighAvailabilityWhileDown(Group group, Restoring.When restore) {
        return new Bracket(
                new WhenEnginesDown(group, new HighAvailabilityDisable(group, false, config)),
                new HighAvailabilityEnable(group, config),
                restore,
                step -> new HighAvailabilityKeptOff(group, step));
    }

    /** The service of the node was restarted where an engine of the group is down, and is STARTED (D6.2). */
    public Step restartWhileDown(Group group, Node node, ServiceName service) {
        return new WhenEnginesDown(group, new ServiceRestart(node, service, config));
    }

    /** The group's second node is a member (D6.2). */
    public Step join(Group group) {
        return new GroupJoin(group, config);
    }

    /** The engines have had their time to start, and run on both nodes or are down on both (D6.2). */
    public Step enginesAfterJoining(Group group) {
        return new EnginesAfterJoining(group, config);
    }

    /** It is not known which node is to join: none was named, or one that cannot. */
    public Step joiningNodeUnclear(Group group, @Nullable String named) {
        return new JoiningNodeUnclear(group, named);
    }

    /** Both nodes bear the same subcluster (D6.3). */
    public Step subclusterUpdate(Group group) {
        return new SubclusterUpdate(group, config);
    }

    /** The engine is the only service that is down (D6.4). */
    public Step alone(Group group) {
        return new PresenceEngineAloneCheck(group);
    }

    /** The engine has started by itself, or by hand. */
    public Step comesUp(Node node) {
        return new ServiceComesUp(node, PRESENCE_ENGINE, config);
    }
}
