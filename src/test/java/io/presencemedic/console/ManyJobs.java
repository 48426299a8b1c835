package io.presencemedic.console;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Clusters with diagnoses and jobs that nobody works on, in the database; taken away again when it is closed. */
final class ManyJobs implements AutoCloseable {
    private static final String CLUSTERS = """
            INSERT INTO cluster (id, display_name, platform_credential, application_credential, legacy_algorithms,
                simulated, version, created_at, updated_at)
            SELECT 'scale-' || n, 'Cluster ' || n, 'none', 'none', false, false, 1, now(), now()
            FROM generate_series(1, ?) n""";
    private static final String JOBS = """
            INSERT INTO job (id, cluster, runbook, mode, state, mutating, requested_by, created_at, started_at,
                finished_at, due_at)
            SELECT md5('scale-job-' || n)::uuid, 'scale-' || (n % ? + 1), 'services-stuck-in-starting', 'PLAN',
                CASE WHEN n % 5 = 0 THEN 'WAITING' ELSE 'SUCCEEDED' END, false, 'scale', now(), now(),
                CASE WHEN n % 5 = 0 THEN NULL ELSE now() END, now() + interval '30 days'
            FROM generate_series(1, ?) n""";
    private static final String EVENTS = """
            INSERT INTO job_event (job, seq, at, body)
            SELECT j.id, s, now(), '{"type":"LINE_BEGUN","line":' || s || '}'
            FROM job j, generate_series(1, 20) s WHERE j.requested_by = 'scale'""";
    private static final String DIAGNOSES = """
            INSERT INTO diagnosis (id, cluster, made_at, findings, undetermined, status, facts)
            SELECT j.id, j.cluster, now(), '[{"code":"STUCK_IN_STARTING","severity":"CRITICAL"}]', '[]', '{}', '[]'
            FROM job j WHERE j.requested_by = 'scale'""";

    private final AgroalDataSource database;

    ManyJobs(AgroalDataSource database, int clusters, int jobs) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection()) {
            run(connection, CLUSTERS, clusters);
            run(connection, JOBS, clusters, jobs);
            run(connection, EVENTS);
            run(connection, DIAGNOSES);
            run(connection, "ANALYZE");
        }
    }

    private static void run(Connection connection, String sql, int... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setInt(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    /** The oldest of the live ones wait for a decision. */
    void askForDecisions(int jobs) throws SQLException {
        try (Connection connection = database.getConnection()) {
            run(connection, """
                    UPDATE job SET state = 'AWAITING_APPROVAL' WHERE id IN (SELECT id FROM job
                        WHERE requested_by = 'scale' AND finished_at IS NULL ORDER BY id LIMIT ?)""", jobs);
        }
    }

    /** Something of each cluster has been left off by a job that has ended. */
    void switchOff(int clusters) throws SQLException {
        try (Connection connection = database.getConnection()) {
            run(connection, """
                    INSERT INTO held_off (cluster, kind, subject, job, since)
                    SELECT cluster, 'HIGH_AVAILABILITY', 'DefaultCUPSubcluster', (array_agg(id))[1], now() FROM job
                    WHERE requested_by = 'scale' AND finished_at IS NOT NULL GROUP BY cluster ORDER BY cluster LIMIT ?""", clusters);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM held_off WHERE cluster LIKE 'scale-%'");
            statement.execute("DELETE FROM diagnosis WHERE cluster LIKE 'scale-%'");
            statement.execute("DELETE FROM job_event WHERE job IN (SELECT id FROM job WHERE requested_by = 'scale')");
            statement.execute("DELETE FROM job WHERE requested_by = 'scale'");
            statement.execute("DELETE FROM cluster WHERE id LIKE 'scale-%'");
        }
    }
}
