package io.presencemedic.simulator;

/**
 * An account of the simulated cluster. It protects nothing: the simulator listens on the loopback address only.
 *
 * @param username the account
 * @param password its password
 */
public record Account(String username, String password) {
    /** The account of the platform CLI. */
    public static final Account PLATFORM = new Account("administrator", "simulator");
    /** The account of the web services. */
    public static final Account APPLICATION = new Account("axl", "simulator");

    @Override
    public String toString() {
        return "Account[username=" + username + "]";
    }
}
