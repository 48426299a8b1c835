package io.presencemedic.cisco;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A row of the replication table. Releases differ in their columns; what a release does not print is null.
 *
 * @param name host name of the node
 * @param address its address
 * @param pingMs round trip in milliseconds; null where the node did not answer
 * @param dbRpcDbMon whether database, remote calls and monitor are reachable, such as {@code Y/Y/Y}; releases before
 *     10.5 print one word ({@code Yes})
 * @param queue waiting transactions
 * @param group replication group, such as {@code g_2}
 * @param setup state of the setup, 0 to 4, where 2 is good; null where it is not set up or not told
 * @param setupTold whether the row tells its setup, also that there is none; false where it ends before, or within
 *     words that begin several states
 * @param setupText the words behind the state; empty where there are none
 * @param connected false where a column says that the node is not connected or its tables differ
 */
@Value.Builder
public record ReplicationNode(
        String name,
        String address,
        @Nullable Double pingMs,
        @Nullable String dbRpcDbMon,
        @Nullable Integer queue,
        @Nullable String group,
        @Nullable Integer setup,
        boolean setupTold,
        String setupText,
        boolean connected) {
    /** The state of a node whose replication is set up. */
    public static final int SETUP_GOOD = 2;

    /** Whether the node is reachable and its setup is (2). */
    public boolean setUp() {
        return reachable() && setupTold && !faulty();
    }

    /** Whether the row says that the node is not reachable or not set up; one that is cut short may say neither. */
    public boolean faulty() {
        boolean setUp = setup != null && setup == SETUP_GOOD && saysCompleted();
        return !connected || unreachable() || setupTold && !setUp;
    }

    /** Whether one of them is said not to answer. */
    public boolean unreachable() {
        return dbRpcDbMon != null && !reachable();
    }

    /** Whether database, remote calls and monitor of the node all answer. */
    public boolean reachable() {
        return "Y/Y/Y".equalsIgnoreCase(dbRpcDbMon) || "Yes".equalsIgnoreCase(dbRpcDbMon);
    }

    private boolean saysCompleted() {
        return setupText.isEmpty() || setupText.matches("(?i)(PUB )?Setup Completed?");
    }
}
