package io.presencemedic.simulator.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** Something that, as a scenario says, has happened to the healthy cluster. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = NodeChange.Restarted.class, name = "restarted"),
    @JsonSubTypes.Type(value = NodeChange.ReplicationIs.class, name = "replication"),
    @JsonSubTypes.Type(value = NodeChange.MonitorIs.class, name = "monitor"),
    @JsonSubTypes.Type(value = NodeChange.VersionIs.class, name = "version"),
    @JsonSubTypes.Type(value = NodeChange.IsNot.class, name = "not"),
    @JsonSubTypes.Type(value = NodeChange.KeyIs.class, name = "ownKey"),
    @JsonSubTypes.Type(value = NodeChange.TestFails.class, name = "testFails"),
    @JsonSubTypes.Type(value = NodeChange.AxlRefuses.class, name = "axlRefuses"),
    @JsonSubTypes.Type(value = NodeChange.Crashed.class, name = "crashed"),
    @JsonSubTypes.Type(value = NodeChange.ControlCenterSays.class, name = "controlCenterSays"),
    @JsonSubTypes.Type(value = NodeChange.TraceSays.class, name = "traceSays"),
    @JsonSubTypes.Type(value = ServiceChange.ServicesAre.class, name = "services"),
    @JsonSubTypes.Type(value = ServiceChange.Blocked.class, name = "blocked"),
    @JsonSubTypes.Type(value = ServiceChange.WaitsAfterActivation.class, name = "waitsAfterActivation"),
    @JsonSubTypes.Type(value = GroupChange.HighAvailabilityIs.class, name = "highAvailability"),
    @JsonSubTypes.Type(value = GroupChange.ConfiguredIs.class, name = "configuredHighAvailability"),
    @JsonSubTypes.Type(value = GroupChange.MemberIs.class, name = "member"),
    @JsonSubTypes.Type(value = GroupChange.FailedOver.class, name = "failedOver"),
    @JsonSubTypes.Type(value = GroupChange.Left.class, name = "leftGroup"),
    @JsonSubTypes.Type(value = GroupChange.Bound.class, name = "bound"),
    @JsonSubTypes.Type(value = GroupChange.UpsetByJoining.class, name = "upsetByJoining"),
    @JsonSubTypes.Type(value = SyncAgentChange.Settings.class, name = "syncAgent"),
    @JsonSubTypes.Type(value = SyncAgentChange.NoUser.class, name = "noApplicationUser"),
    @JsonSubTypes.Type(value = OptionChange.RecoveryIs.class, name = "recovery"),
    @JsonSubTypes.Type(value = OptionChange.DoesWithout.class, name = "doesWithout")
})
sealed interface ScenarioChange permits NodeChange, ServiceChange, GroupChange, SyncAgentChange, OptionChange {
    /** How long before the scenario's beginning it happened. */
    default Duration ago() {
        return Duration.ZERO;
    }

    void apply(World world);
}
