package io.presencemedic.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** db-scheduler with eight threads and its fastest way of polling: tasks of one step, deleted when done. */
final class DbScheduler implements Contestant {
    private static final String TABLE = """
            create table scheduled_tasks (task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamptz, picked boolean not null, picked_by text, last_success timestamptz,
              last_failure timestamptz, consecutive_failures int, last_heartbeat timestamptz, version bigint not null,
              priority smallint, state text, primary key (task_name, task_instance));
            create index on scheduled_tasks (execution_time);
            create index on scheduled_tasks (last_heartbeat)""";

    private final HikariDataSource database;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private volatile CountDownLatch left = new CountDownLatch(0);

    DbScheduler(HikariDataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        this.task = Tasks.oneTime("no-op").execute((instance, context) -> {
            begun.put(instance.getId(), System.nanoTime());
            left.countDown();
        });
        this.scheduler = Scheduler.create(database, task)
                .threads(CALLERS)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(java.time.Duration.ofSeconds(1))
                .enableImmediateExecution()
                .build();
        scheduler.start();
    }

    @Override
    public String name() {
        return "db-scheduler 16.12.0";
    }

    @Override
    public String database() {
        return BenchServer.OTHERS.get(0);
    }

    @Override
    public void run(int jobs, int steps) throws Exception {
        left = new CountDownLatch(jobs);
        long run = System.nanoTime();
        Contestant.fromManyThreads(jobs, number -> scheduler.schedule(task.instance(run + "-" + number), Instant.now()));
        left.await();
    }

    @Override
    public double[] pickUps(int jobs) throws Exception {
        double[] times = new double[jobs];
        for (int i = 0; i < jobs; i++) {
            left = new CountDownLatch(1);
            long asked = System.nanoTime();
            scheduler.schedule(task.instance("one-" + i), Instant.now());
            left.await();
            times[i] = (begun.get("one-" + i) - asked) / 1e6;
            Thread.sleep(20);
        }
        return times;
    }

    @Override
    public void close() {
        scheduler.stop();
        database.close();
    }
}
