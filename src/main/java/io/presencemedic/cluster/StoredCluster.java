package io.presencemedic.cluster;

/**
 * A cluster with its version in the store.
 *
 * @param cluster the cluster
 * @param version counts the changes, from 0
 */
record StoredCluster(Cluster cluster, long version) {
    /** The version as an HTTP entity tag. */
    String etag() {
        return "\"" + version + "\"";
    }
}
