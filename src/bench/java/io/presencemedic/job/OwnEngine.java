package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.database.Blocking;
import io.presencemedic.http.creation.Created;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Our engine, with eight workers that read, asked without HTTP; audit and outbox are written as ever. */
final class OwnEngine implements Contestant {
    private static final int CLUSTERS = 20;

    private final JobSubmission submission;
    private final DataSource database;

    OwnEngine(JobSubmission submission, DataSource database) throws SQLException {
        this.submission = submission;
        this.database = database;
        execute("""
                insert into cluster (id, display_name, platform_credential, application_credential, legacy_algorithms,
                  simulated, version, created_at, updated_at)
                select 'bench-' || n, 'Bench', 'none', 'none', false, false, 0, now(), now()
                from generate_series(0, %d) n on conflict do nothing""".formatted(CLUSTERS - 1));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String name() {
        return "Presence Medic";
    }

    @Override
    public String database() {
        return "medic";
    }

    void ask(String runbook, int number) {
        String cluster = "bench-" + number % CLUSTERS;
        JobOrder order = new JobOrder(
                cluster,
                runbook,
                JsonNodeFactory.instance.objectNode(),
                null,
                null,
                "/bench",
                job -> Created.work("/api/v1/jobs/" + job.id(), job));
        Blocking.await(submission.begin(order, Optional.empty(), "bench"));
    }

    @Override
    public void run(int jobs, int steps) throws Exception {
        String runbook = NoOpRunbooks.name(steps);
        Contestant.fromManyThreads(jobs, number -> ask(runbook, number));
        String leftOver = "select count(*) from (select from job where live and priority >= 0 and runbook = '" + runbook
                + "' limit 1) left_over";
        while (number(leftOver) > 0) {
            Thread.sleep(20);
        }
        double others = number("select count(*) from job where runbook = '" + runbook + "' and state <> 'SUCCEEDED'");
        if (others > 0) {
            throw new IllegalStateException(others + " jobs did not succeed");
        }
    }

    /** On the database's clock: from the moment that the job was made to its claim. */
    @Override
    public double[] pickUps(int jobs) throws Exception {
        execute("delete from job where runbook = '" + NoOpRunbooks.name(1) + "' and finished_at is not null");
        for (int i = 0; i < jobs; i++) {
            ask(NoOpRunbooks.name(1), i);
            Thread.sleep(40);
        }
        List<Double> times = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select extract(epoch from started_at - created_at) * 1000 from job where started_at is not null"
                                + " and runbook = '" + NoOpRunbooks.name(1) + "'")) {
            while (found.next()) {
                times.add(found.getDouble(1));
            }
        }
        return times.stream().mapToDouble(each -> each).toArray();
    }

    double number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getDouble(1);
        }
    }

    @Override
    public void close() {
        // Ends with the service.
    }
}
