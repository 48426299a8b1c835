package io.presencemedic.simulator.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.presencemedic.cisco.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that, as a scenario says, has happened to the healthy cluster. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.Restarted.class, name = "restarted"),
    @JsonSubTypes.Type(value = Change.ServicesAre.class, name = "services"),
    @JsonSubTypes.Type(value = Change.ReplicationIs.class, name = "replication")
})
sealed interface Change {
    /** How long before the scenario's beginning it happened. */
    Duration ago();

    void apply(World world);

    /** A node was restarted; what follows from that, the model works out. */
    record Restarted(String node, Duration ago) implements Change {
        public Restarted {
            ago = Objects.requireNonNullElse(ago, Duration.ZERO);
        }

        @Override
        public void apply(World world) {
            world.restartNode(node);
        }
    }

    /** Services of a node came into another state. */
    record ServicesAre(
            String node,
            List<String> named,
            ServiceState state,
            @Nullable Note note,
            Duration ago) implements Change {
        public ServicesAre {
            ago = Objects.requireNonNullElse(ago, Duration.ZERO);
        }

        @Override
        public void apply(World world) {
            for (String name : named) {
                ServiceRow row = world.node(node)
                        .service(name)
                        .orElseThrow(() -> new IllegalArgumentException(node + " has no service '" + name + "'."));
                row.activated = note != Note.SERVICE_NOT_ACTIVATED;
                row.become(state, note, world.now());
            }
        }
    }

    /** Replication with a node came to another setup value. */
    record ReplicationIs(String node, int setup, Duration ago) implements Change {
        public ReplicationIs {
            ago = Objects.requireNonNullElse(ago, Duration.ZERO);
        }

        @Override
        public void apply(World world) {
            world.node(node).replicationSetup = setup;
        }
    }
}
