package io.presencemedic.simulator.model;

import io.presencemedic.cisco.service.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What can have happened to a node as a whole. */
sealed interface NodeChange extends ScenarioChange {
    /** A node was restarted; what follows from that, the model works out. */
    record Restarted(String node, Duration ago) implements NodeChange {
        public Restarted {
            ago = Objects.requireNonNullElse(ago, Duration.ZERO);
        }

        @Override
        public void apply(World world) {
            world.restartNode(node);
        }
    }

    /** Replication with a node came to another setup value for a cause of its own, and so many rows wait. */
    record ReplicationIs(String node, int setup, int queue) implements NodeChange {
        @Override
        public void apply(World world) {
            SimulatedNodeState state = world.node(node);
            state.replicationSetup = setup;
            state.replicationQueue = queue;
            state.replicationLost = false;
            state.replicationComesBack = null;
        }
    }

    /** Somebody switched the replication-sync monitor. */
    record MonitorIs(String node, boolean on) implements NodeChange {
        @Override
        public void apply(World world) {
            world.switchMonitor(node, on);
        }
    }

    /** Another version is installed. */
    record VersionIs(List<String> nodes, String version) implements NodeChange {
        @Override
        public void apply(World world) {
            nodes.forEach(node -> world.node(node).version = version);
        }
    }

    /** A node is no longer what every healthy node is. */
    record IsNot(String node, Quality quality) implements NodeChange {
        enum Quality {
            /** In CUCM's server list. */
            LISTED,
            /** Authenticated by the other nodes. */
            AUTHENTICATED,
            /** In the other nodes' view of the cluster. */
            SEEN,
            /** Switched on. */
            UP
        }

        @Override
        public void apply(World world) {
            SimulatedNodeState state = world.node(node);
            switch (quality) {
                case LISTED -> state.listed = false;
                case AUTHENTICATED -> state.authenticated = false;
                case SEEN -> state.seen = false;
                case UP -> {
                    state.down = true;
                    state.authenticated = false;
                }
            }
        }
    }

    /** A node was rebuilt: its own cluster knows it by another key than CUCM does. */
    record KeyIs(String node, String key) implements NodeChange {
        @Override
        public void apply(World world) {
            world.node(node).ownKey = key;
        }
    }

    /** A diagnostic test of the node does not pass. */
    record TestFails(String node, String test, String result) implements NodeChange {
        @Override
        public void apply(World world) {
            world.node(node).failingTests.put(test, result);
        }
    }

    /** The administrative web service of the node refuses everything although it is started. */
    record AxlRefuses(String node, int status) implements NodeChange {
        @Override
        public void apply(World world) {
            world.node(node).axlStatus = status;
        }
    }

    /** Control Center has not noticed that services are in another state now. */
    record ControlCenterSays(String node, List<String> named, ServiceState state) implements NodeChange {
        @Override
        public void apply(World world) {
            named.forEach(name -> world.node(node).staleStates.put(name, state));
        }
    }

    /** A line stands at the end of a log. */
    record TraceSays(String node, String log, String line) implements NodeChange {
        @Override
        public void apply(World world) {
            world.node(node).traces.put(log, line);
        }
    }

    /** Processes crashed and left core files. */
    record Crashed(String node, List<CoreDump> cores) implements NodeChange {
        @Override
        public void apply(World world) {
            world.node(node).cores.addAll(cores);
        }
    }
}
