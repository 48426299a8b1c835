package io.presencemedic.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** How large the tables are that grow, and when they were last swept, for monitoring; read once a minute. */
@ApplicationScoped
public class TableGauges {
    private static final Logger LOG = Logger.getLogger(TableGauges.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String SIZES = """
            select c.relname, pg_total_relation_size(c.oid)::float8, greatest(c.reltuples, 0)::float8
            from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
              and c.relname = any($1)""";

    private static final String SWEPT = "select things, extract(epoch from ended_at)::float8 from sweep";

    private final Pool pool;
    private final String[] tables;
    private final MultiGauge bytes;
    private final MultiGauge rows;
    private final MultiGauge swept;

    TableGauges(Pool pool, Housekeeping housekeeping, MeterRegistry registry) {
        this.pool = pool;
        this.tables = housekeeping.all().stream()
                .flatMap(old -> old.tables().stream())
                .distinct()
                .toArray(String[]::new);
        this.bytes = MultiGauge.builder("medic.table.bytes").register(registry);
        this.rows = MultiGauge.builder("medic.table.rows").register(registry);
        this.swept = MultiGauge.builder("medic.sweep.last.timestamp.seconds").register(registry);
    }

    @Scheduled(
            identity = "table-gauges",
            every = "60s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            read();
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                LOG.info("the sizes of the tables could not be read now: the database is not there");
                return;
            }
            LOG.warnf("the sizes of the tables could not be read: %s", e);
        }
    }

    /** Reads what the gauges show. Blocking. */
    public void read() {
        RowSet<Row> sizes =
                Blocking.await(pool.preparedQuery(SIZES).execute(Tuple.tuple().addArrayOfString(tables)), PATIENCE);
        bytes.register(gauges(sizes, "table", 1), true);
        rows.register(gauges(sizes, "table", 2), true);
        swept.register(gauges(Blocking.await(pool.query(SWEPT).execute(), PATIENCE), "things", 1), true);
    }

    private static List<MultiGauge.Row<?>> gauges(RowSet<Row> found, String label, int column) {
        List<MultiGauge.Row<?>> gauges = new ArrayList<>();
        found.forEach(row -> gauges.add(MultiGauge.Row.of(Tags.of(label, row.getString(0)), row.getDouble(column))));
        return gauges;
    }
}
