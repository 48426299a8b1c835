package io.presencemedic.cluster.credential;

/**
 * A user name and its password. The text form names the user only.
 *
 * @param username the account
 * @param password the secret
 */
public record Credential(String username, String password) {
    @Override
    public String toString() {
        return "Credential[username=" + username + "]";
    }
}
