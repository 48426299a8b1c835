package io.presencemedic.cluster;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A cluster with its version in the store.
 *
 * @param cluster the cluster
 * @param createdAt when it was entered; tells it from another one that had its id before. In whole microseconds
 * @param version counts the changes, from 0
 */
record StoredCluster(Cluster cluster, Instant createdAt, long version) {
    /** The version as an HTTP entity tag. */
    String etag() {
        return "\"" + ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "-" + version + "\"";
    }
}
