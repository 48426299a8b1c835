package io.presencemedic.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How nodes are reached, {@code medic.link.*}. */
@ConfigMapping(prefix = "medic.link")
public interface LinkConfig {
    /** The platform CLI. */
    Ssh ssh();

    /** The web services. */
    Http http();

    /** {@code medic.link.ssh.*}. */
    interface Ssh {
        /** From the first packet to the first prompt; the platform takes ten seconds when it is well. */
        @WithDefault("PT60S")
        Duration connectTimeout();

        /** What to do with a node that has no pinned host key. */
        @WithDefault("first-use")
        HostKeys hostKeys();

        /**
         * How long nothing must follow a question before it counts as one; a tenth of it for a prompt that is known.
         */
        @WithDefault("PT0.25S")
        Duration quiet();

        /** How often a connection is asked whether it is still alive; it is given up after the third silence. */
        @WithDefault("PT10S")
        Duration heartbeat();

        /**
         * How long a shell that nobody types into stays open; the platform allows few and closes them after 30 minutes.
         */
        @WithDefault("PT1M")
        Duration idle();

        /** Whether a job may have a second session, in which it only asks, at a node that takes its time. */
        @WithDefault("true")
        boolean secondSession();

        /** How long a command waits for the node's shell while others use it. */
        @WithDefault("PT15M")
        Duration turn();

        /** How long a remediation lets a diagnosis' running command go on before it takes the shell from it. */
        @WithDefault("PT10S")
        Duration courtesy();

        /** Characters of one answer after which the node is not listened to any longer. */
        @WithDefault("16000000")
        long longestAnswer();
    }

    /** {@code medic.link.http.*}. */
    interface Http {
        /** From the first packet to the end of the TLS handshake. */
        @WithDefault("PT15S")
        Duration connectTimeout();

        /** Bytes of one answer after which it is refused. */
        @WithDefault("16777216")
        long longestAnswer();

        /** How long nothing may come while a file is fetched. */
        @WithDefault("PT60S")
        Duration stall();

        /** Bytes per second at which a file must come at least, over the whole of it. */
        @WithDefault("65536")
        long slowestDownload();

        /** Calls of the serviceability APIs per node and minute; the platform allows about fifteen. */
        @WithDefault("12")
        int requestsPerMinute();

        /** How long to wait before a request that the node throttled is sent again; doubles each time. */
        @WithDefault("PT4S")
        Duration throttlePause();
    }

    /** What happens to host keys of nodes that have none pinned. */
    enum HostKeys {
        /** The first key seen is pinned. */
        FIRST_USE,
        /** The node is refused until its key is put into the inventory. */
        PINNED
    }
}
