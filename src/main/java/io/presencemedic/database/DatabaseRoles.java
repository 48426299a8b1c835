package io.presencemedic.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The accounts of the embedded server: the owner migrates, the service reads and writes rows and is nothing more. Their
 * passwords are new at each start and nowhere kept.
 *
 * @param owner owns the databases and what is in them; only migrations use it
 * @param service what the running service uses
 */
record DatabaseRoles(DatabaseLogin owner, DatabaseLogin service) {
    private static final String OWNER = "medic_owner";
    private static final String SERVICE = "medic";

    /** What an earlier version left to the superuser; PostgreSQL does not reassign that in one statement. */
    private static final String ADOPT = """
            DO $$
            DECLARE thing record;
            BEGIN
                FOR thing IN SELECT c.oid::regclass::text AS name FROM pg_class c
                        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
                        AND c.relowner <> '%1$s'::regrole LOOP
                    EXECUTE format('ALTER TABLE %%s OWNER TO %1$s', thing.name);
                END LOOP;
                FOR thing IN SELECT p.oid::regprocedure::text AS name FROM pg_proc p
                        WHERE p.pronamespace = 'public'::regnamespace AND p.proowner <> '%1$s'::regrole LOOP
                    EXECUTE format('ALTER ROUTINE %%s OWNER TO %1$s', thing.name);
                END LOOP;
            END $$""";

    /** Makes the roles where they are missing and gives them new passwords. */
    static DatabaseRoles prepare(Connection superuser) throws SQLException {
        return new DatabaseRoles(login(superuser, OWNER), login(superuser, SERVICE));
    }

    private static DatabaseLogin login(Connection superuser, String role) throws SQLException {
        DatabaseLogin login = new DatabaseLogin(role, DatabasePassword.random().value());
        try (Statement statement = superuser.createStatement()) {
            if (!finds(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
                statement.execute("CREATE ROLE " + role);
            }
            statement.execute("ALTER ROLE " + role
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '"
                    + login.password() + "'");
        }
        return login;
    }

    /** Makes a database of that name where there is none. */
    static void create(Connection superuser, String name) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            if (!finds(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                statement.execute("CREATE DATABASE \"" + name + "\"");
            }
            statement.execute("ALTER DATABASE \"" + name + "\" OWNER TO " + OWNER);
            statement.execute("REVOKE ALL ON DATABASE \"" + name + "\" FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE \"" + name + "\" TO " + SERVICE);
        }
    }

    /** Says inside a database who owns it and what the service may do with rows. */
    static void divide(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO " + OWNER);
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            statement.execute("GRANT USAGE ON SCHEMA public TO " + SERVICE);
            if (!finds(statement, "SELECT 1 FROM pg_default_acl WHERE defaclrole = '" + OWNER + "'::regrole")) {
                statement.execute(ADOPT.formatted(OWNER));
                statement.execute(rows("ON ALL TABLES IN SCHEMA public"));
                statement.execute("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + SERVICE);
                String later = "ALTER DEFAULT PRIVILEGES FOR ROLE " + OWNER + " IN SCHEMA public ";
                statement.execute(later + rows("ON TABLES"));
                statement.execute(later + "GRANT USAGE ON SEQUENCES TO " + SERVICE);
            }
        }
    }

    private static String rows(String which) {
        return "GRANT SELECT, INSERT, UPDATE, DELETE " + which + " TO " + SERVICE;
    }

    private static boolean finds(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
