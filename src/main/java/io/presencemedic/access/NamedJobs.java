package io.presencemedic.access;

import io.presencemedic.access.WorkIndex.Work;
import io.presencemedic.access.grant.ReadScope;
import io.presencemedic.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Jobs that a request names. Nobody names one that he may not read: what his request makes would tell of it. */
@ApplicationScoped
public class NamedJobs {
    private final Caller caller;
    private final Instance<WorkIndex> index;

    NamedJobs(Caller caller, Instance<WorkIndex> index) {
        this.caller = caller;
        this.index = index;
    }

    /**
     * Requires that the caller may read each of these jobs.
     *
     * @param cluster id of the cluster of which they have to be
     * @param named the jobs by the fields that name them
     * @throws io.presencemedic.http.ProblemException (in the Uni) 400 that names the field, where there is no such job
     *     on the cluster for him
     */
    public Uni<Void> require(String cluster, Map<String, UUID> named) {
        ReadScope readable = caller.readable();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<String, UUID> each : named.entrySet()) {
            all = all.chain(() -> index.get().find(each.getValue()))
                    .invoke(found -> require(each.getKey(), found, cluster, readable))
                    .replaceWithVoid();
        }
        return all;
    }

    private static void require(String field, Optional<Work> found, String cluster, ReadScope readable) {
        if (found.filter(job -> job.cluster().equals(cluster) && readable.includes(cluster, job.runbook()))
                .isEmpty()) {
            throw Problem.invalid(field, "is not the id of a job of this cluster")
                    .exception();
        }
    }
}
