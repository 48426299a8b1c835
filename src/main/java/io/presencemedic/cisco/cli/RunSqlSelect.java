package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.SqlTable;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * {@code run sql select …}: a query of the platform's database. The queries that exist are the ones made here.
 *
 * @param query the query, from {@code select} on
 */
public record RunSqlSelect(String query) implements Command<SqlTable> {
    private static final Pattern FORM = Pattern.compile("select [A-Za-z0-9_.,*()'=<>@ -]{1,900}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_.@-]{1,128}");

    /** @throws IllegalArgumentException where the query has characters that the platform's terminal would interpret */
    public RunSqlSelect {
        if (!FORM.matcher(query).matches()) {
            throw new IllegalArgumentException("Not a query that may be sent");
        }
    }

    /** Which node is bound to which redundancy group (D6.3). */
    public static RunSqlSelect enterpriseNodes() {
        return new RunSqlSelect("select * from enterprisenode");
    }

    /** The redundancy groups of the IM and Presence cluster. */
    public static RunSqlSelect enterpriseSubclusters() {
        return new RunSqlSelect("select * from enterprisesubcluster");
    }

    /** How the Sync Agent reaches CUCM (D7.7). The answer holds a secret. */
    public static RunSqlSelect syncAgentConfig() {
        return new RunSqlSelect("select * from epassyncagentcfg");
    }

    /** The servers that CUCM knows (D7.3). */
    public static RunSqlSelect processNodes() {
        return new RunSqlSelect("select name from processnode");
    }

    /** The same with their keys, which an IM and Presence node has from CUCM (G4). */
    public static RunSqlSelect processNodeKeys() {
        return new RunSqlSelect("select name,pkid from processnode");
    }

    /**
     * The application user of the Sync Agent in CUCM (D7.9). The answer holds a secret.
     *
     * @throws IllegalArgumentException where the name has characters that user names of the Sync Agent do not have
     */
    public static RunSqlSelect applicationUser(String name) {
        if (!USER.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of an application user that may be sent");
        }
        return new RunSqlSelect("select applicationuser.pkid, applicationuser.name, credential.credentials"
                + " from applicationuser inner join credential on applicationuser.pkid=credential.fkapplicationuser"
                + " where credential.tkcredential=3 and applicationuser.name='" + name + "'");
    }

    @Override
    public String text() {
        return "run sql " + query;
    }

    @Override
    public Effect effect() {
        return Effect.READS;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }

    @Override
    public SqlTable read(Answer answer) throws Unreadable {
        return SqlReader.read(answer);
    }
}
