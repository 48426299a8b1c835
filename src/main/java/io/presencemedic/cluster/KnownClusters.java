package io.presencemedic.cluster;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Clusters as they were last read, each with the versions of its rows: it is asked for all the time and hardly ever
 * changes. Whether it is still so is asked of the database each time.
 */
@ApplicationScoped
class KnownClusters {
    /** The transactions that have written the rows; a lock is none. */
    private static final String VERSIONS = """
            select xmin::text || ':' || version || ':' || coalesce((select string_agg(xmin::text, ',' order by place)
              from node where node.cluster = c.id), '') from cluster c where id = $1""";

    private final Pool pool;
    private final Mutiny.SessionFactory database;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    KnownClusters(Pool pool, Mutiny.SessionFactory database) {
        this.pool = pool;
        this.database = database;
    }

    private record Known(String versions, StoredCluster cluster) {}

    /** The cluster of this id as it is now; empty (in the Uni) where there is none. */
    Uni<Optional<StoredCluster>> find(String id) {
        return Uni.createFrom()
                .completionStage(() -> versions(id).toCompletionStage())
                .chain(versions ->
                        versions.isEmpty() ? Uni.createFrom().item(Optional.empty()) : at(id, versions.get()));
    }

    private Future<Optional<String>> versions(String id) {
        return pool.preparedQuery(VERSIONS).execute(Tuple.of(id)).map(rows -> {
            Row row = rows.size() == 0 ? null : rows.iterator().next();
            if (row == null) {
                known.remove(id);
            }
            return Optional.ofNullable(row).map(found -> found.getString(0));
        });
    }

    private Uni<Optional<StoredCluster>> at(String id, String versions) {
        Known last = known.get(id);
        return last != null && last.versions().equals(versions)
                ? Uni.createFrom().item(Optional.of(last.cluster()))
                : read(id, versions);
    }

    /** Reads it behind its versions: what was written in between is read by whoever asks next. */
    private Uni<Optional<StoredCluster>> read(String id, String versions) {
        return database.withSession(session -> session.find(ClusterRow.class, id))
                .map(row -> Optional.ofNullable(row).map(ClusterRow::stored))
                .invoke(found -> found.ifPresent(cluster -> known.put(id, new Known(versions, cluster))));
    }
}
