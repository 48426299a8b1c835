package io.presencemedic.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Requests for jobs that come at a rate, whether or not the earlier ones were answered. */
final class PostsAtARate {
    private final IntFunction<String> cluster;
    private final String body;

    /** @param cluster the cluster of each request, by its number from 0 */
    PostsAtARate(IntFunction<String> cluster, String runbook) {
        this.cluster = cluster;
        this.body = "{\"runbook\":\"" + runbook + "\"}";
    }

    /** Milliseconds from the moment when each request was due to its answer. */
    double[] times(int perSecond, int seconds) {
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            long due = begun + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(BareClient.post("/api/v1/clusters/" + cluster.apply(i) + "/jobs", body)
                    .thenApply(answered -> (System.nanoTime() - due) / 1e6));
        }
        return answers.stream().mapToDouble(CompletableFuture::join).toArray();
    }
}
