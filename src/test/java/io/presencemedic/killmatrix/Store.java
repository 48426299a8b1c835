package io.presencemedic.killmatrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.database.DatabaseLogin;
import io.presencemedic.simulator.SimulatedEndpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database holds of the jobs, seen from outside the service. For one thread; it outlives its connection. */
final class Store implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final DatabaseLogin login;
    private @Nullable Connection connection;

    Store(String url, DatabaseLogin login) {
        this.url = url;
        this.login = login;
    }

    /** A job's row. */
    record Row(UUID job, @Nullable String owner, long fence, long lastSeq, String state, boolean finished) {}

    /** The jobs that somebody works on. */
    List<Row> owned() throws SQLException {
        return ask(ROW + " where owner is not null and lease_until > clock_timestamp()", Store::row);
    }

    List<Row> rows(List<UUID> jobs) throws SQLException {
        return ask(ROW + " where id = any(?)", Store::row, (Object) jobs.toArray(UUID[]::new));
    }

    Optional<Row> row(UUID job) throws SQLException {
        return rows(List.of(job)).stream().findFirst();
    }

    /** The newest event of jobs that somebody works on: the type and the owner. */
    Optional<Moment> newest() throws SQLException {
        return ask("""
                        select e.job, e.seq, e.body, e.at, j.owner from job j
                        join job_event e on e.job = j.id and e.seq = j.last_seq
                        where j.owner is not null order by e.at desc limit 1""", found -> new Moment(event(found), found.getString("owner"))).stream()
                .findFirst();
    }

    /** What has just happened to a job. */
    record Moment(LoggedEvent event, String owner) {}

    List<LoggedEvent> events(UUID job) throws SQLException {
        return ask("select seq, body, at from job_event where job = ? order by seq", Store::event, job);
    }

    boolean isLive(UUID job) throws SQLException {
        return !ask("select 1 from job where id = ? and live", found -> 1, job).isEmpty();
    }

    long jobsOf(String reason) throws SQLException {
        return ask("select count(*) from job where reason = ?", found -> found.getLong(1), reason)
                .get(0);
    }

    /** Ends the session in which a worker shows that it lives. */
    int endOwnSession(String worker) throws SQLException {
        return ask("""
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and granted and mode = 'ShareLock' and objsubid = 1
                          and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0)""", found -> 1, worker).size();
    }

    int endAllSessions() throws SQLException {
        return ask("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = current_user and pid <> pg_backend_pid()""", found -> 1).size();
    }

    /** Enters a copy of the simulated cluster. */
    void copyCluster(String id, String certificate) throws SQLException {
        run("""
                insert into cluster (id, display_name, platform_credential, application_credential, legacy_algorithms,
                  trusted_certificates, simulated, version, created_at, updated_at, transport)
                select ?, display_name, platform_credential, application_credential, legacy_algorithms, ?, true, 0,
                  created_at, updated_at, transport from cluster where id = 'simulated'""", id, certificate);
    }

    void addNode(String cluster, int place, SimulatedEndpoint node) throws SQLException {
        run(
                "insert into node (cluster, place, name, role, host, ssh_port, https_port, host_key)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                cluster,
                place,
                node.name(),
                node.role(),
                node.host(),
                node.sshPort(),
                node.httpsPort(),
                node.hostKey());
    }

    private static final String ROW = "select id, owner, fence, last_seq, state, finished_at is not null from job";

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getObject(1, UUID.class),
                found.getString(2),
                found.getLong(3),
                found.getLong(4),
                found.getString(5),
                found.getBoolean(6));
    }

    /** Of the columns seq, body and at. */
    private static LoggedEvent event(ResultSet found) throws SQLException {
        try {
            Instant at = found.getObject("at", OffsetDateTime.class).toInstant();
            return new LoggedEvent(found.getLong("seq"), at, JSON.readTree(found.getString("body")));
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    private interface Reader<T> {
        T read(ResultSet found) throws SQLException;
    }

    private <T> List<T> ask(String sql, Reader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet found = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (found.next()) {
                all.add(reader.read(found));
            }
            return all;
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DriverManager.getConnection(url, login.user(), login.password());
            connection = open;
        }
        PreparedStatement statement = open.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof UUID[] ids ? open.createArrayOf("uuid", ids) : parameters[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
