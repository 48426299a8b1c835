package io.presencemedic.database;

/**
 * An account of the database. The text form does not tell the password.
 *
 * @param user name of the role
 * @param password its password, set anew at each start
 */
public record DatabaseLogin(String user, String password) {
    @Override
    public String toString() {
        return "DatabaseLogin[user=" + user + "]";
    }
}
