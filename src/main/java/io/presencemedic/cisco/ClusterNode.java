package io.presencemedic.cisco;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code show network cluster}.
 *
 * @param address the node's address
 * @param fqdn its full name; null where the row has one name only
 * @param name its host name
 * @param role {@code Publisher} or {@code Subscriber} of the CUCM cluster
 * @param product {@code callmanager}, {@code cups} (IM and Presence) and others; null before release 10
 * @param databaseRole {@code DBPub} or {@code DBSub}; null before release 10
 * @param authentication the platform's words, such as {@code authenticated using TCP}
 * @param since since when, as printed; null where it is not given
 */
public record ClusterNode(
        String address,
        @Nullable String fqdn,
        String name,
        String role,
        @Nullable String product,
        @Nullable String databaseRole,
        String authentication,
        @Nullable String since) {
    /** Whether the node is authenticated with the one that was asked. */
    public boolean authenticated() {
        return authentication.startsWith("authenticated");
    }

    /** Whether the node runs the IM and Presence Service. */
    public boolean presence() {
        return "cups".equals(product);
    }

    /** Whether the row is that of a host, given by address, host name or full name; letter case does not matter. */
    public boolean is(String host) {
        return address.equalsIgnoreCase(host) || name.equalsIgnoreCase(host) || host.equalsIgnoreCase(fqdn);
    }
}
