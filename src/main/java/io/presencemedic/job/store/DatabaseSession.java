package io.presencemedic.job.store;

import io.presencemedic.database.DatabaseSignals;
import io.presencemedic.database.KeptConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * This process' own session with the database. It holds a lock by the worker's name, so its end tells the others at
 * once that this process is dead; and it hears what others have to say. Where it is lost while the process lives it is
 * made anew; whether others have taken jobs over meanwhile is decided by their fences.
 */
@ApplicationScoped
public class DatabaseSession {
    static final String CHANNEL = "medic_job";

    private final KeptConnection connection;
    private final String name = WorkerName.ofThisProcess();
    private final List<Consumer<String>> hearers = new CopyOnWriteArrayList<>();

    DatabaseSession(EngineDatabase database, Vertx vertx) {
        this.connection = new KeptConnection(vertx, database::connection, this::begin, () -> tell(""));
    }

    void start(@Observes @Priority(4_000) StartupEvent event) {
        connection.open();
    }

    void stop(@Observes @Priority(9_000) ShutdownEvent event) {
        connection.close();
    }

    /** By what name this process claims jobs. */
    public String worker() {
        return name;
    }

    /** Whether the session stands, as far as this process knows. */
    public boolean isOpen() {
        return connection.isOpen();
    }

    /** Calls the hearer, on an event loop, with each notification, and with an empty text after every new beginning. */
    void hear(Consumer<String> hearer) {
        hearers.add(hearer);
    }

    /** Asks the server whether the session stands; one that does not answer is given up. */
    public void probe() {
        connection.probe();
    }

    private Future<?> begin(SqlConnection fresh) {
        return DatabaseSignals.hear(fresh, CHANNEL, this::tell)
                .compose(listening -> fresh.preparedQuery("select pg_advisory_lock_shared(hashtextextended($1, 0))")
                        .execute(Tuple.of(name)));
    }

    private void tell(String news) {
        hearers.forEach(hearer -> hearer.accept(news));
    }
}
