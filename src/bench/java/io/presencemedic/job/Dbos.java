package io.presencemedic.job;

import com.zaxxer.hikari.HikariDataSource;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.Workflow;
import dev.dbos.transact.workflow.WorkflowHandle;
import java.util.concurrent.ConcurrentLinkedQueue;

/** DBOS Transact: workflows of durable steps, begun in the process that asks for them. */
final class Dbos implements Contestant {
    private final HikariDataSource database;
    private final DBOS dbos;
    private final NoOps proxy;

    /** What DBOS makes durable. */
    public interface NoOps {
        long steps(int count);
    }

    /** The workflow: steps that do nothing. */
    public static final class Durable implements NoOps {
        private final DBOS dbos;

        Durable(DBOS dbos) {
            this.dbos = dbos;
        }

        @Override
        @Workflow(name = "steps")
        public long steps(int count) {
            long begun = System.nanoTime();
            for (int step = 1; step <= count; step++) {
                dbos.runStep(() -> "nothing to do", "step-" + step);
            }
            return begun;
        }
    }

    Dbos(HikariDataSource database) {
        this.database = database;
        this.dbos = new DBOS(DBOSConfig.defaults("bench").withDataSource(database).withAdminServer(false));
        this.proxy = dbos.registerProxy(NoOps.class, new Durable(dbos));
        dbos.launch();
    }

    @Override
    public String name() {
        return "DBOS Transact " + DBOS.version();
    }

    @Override
    public String database() {
        return BenchServer.OTHERS.get(1);
    }

    @Override
    public void run(int jobs, int steps) throws Exception {
        ConcurrentLinkedQueue<WorkflowHandle<Long, RuntimeException>> begun = new ConcurrentLinkedQueue<>();
        Contestant.fromManyThreads(jobs, number -> begun.add(dbos.startWorkflow(() -> proxy.steps(steps))));
        for (WorkflowHandle<Long, RuntimeException> each : begun) {
            each.getResult();
        }
    }

    @Override
    public double[] pickUps(int jobs) throws Exception {
        double[] times = new double[jobs];
        for (int i = 0; i < jobs; i++) {
            long asked = System.nanoTime();
            WorkflowHandle<Long, RuntimeException> handle = dbos.startWorkflow(() -> proxy.steps(1));
            times[i] = (handle.getResult() - asked) / 1e6;
            Thread.sleep(20);
        }
        return times;
    }

    @Override
    public void close() {
        dbos.shutdown();
        database.close();
    }
}
