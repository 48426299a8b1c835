package io.presencemedic.cluster;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    KnownClusters(Pool pool) {
        this.pool = pool;
    }

    private record Known(String versions, StoredCluster cluster) {}

    /** A cluster's versions; empty where there is none. To be read before the cluster is. */
    Future<Optional<String>> versions(String id) {
        return pool.preparedQuery(VERSIONS).execute(Tuple.of(id)).map(rows -> {
            Row row = rows.size() == 0 ? null : rows.iterator().next();
            if (row == null) {
                known.remove(id);
            }
            return Optional.ofNullable(row).map(found -> found.getString(0));
        });
    }

    /** The cluster, where it was read at these versions. */
    Optional<StoredCluster> at(String id, String versions) {
        return Optional.ofNullable(known.get(id))
                .filter(each -> each.versions().equals(versions))
                .map(Known::cluster);
    }

    /** Remembers a cluster that was read behind its versions. */
    void remember(String id, String versions, StoredCluster cluster) {
        known.put(id, new Known(versions, cluster));
    }
}
