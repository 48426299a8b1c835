package io.presencemedic.access;

import io.presencemedic.access.grant.Verb;
import io.presencemedic.database.Blocking;
import io.presencemedic.http.Problem;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.UUID;

/** Asks whether the caller may do something to a job, a diagnosis or a bundle, by the cluster and runbook it is of. */
@ApplicationScoped
class WorkGuard {
    /** What work is called in addresses, and what is said where there is none. */
    private static final Map<String, String> KINDS =
            Map.of("jobs", "JOB_UNKNOWN", "diagnoses", "DIAGNOSIS_UNKNOWN", "bundles", "BUNDLE_UNKNOWN");

    private final Caller caller;
    private final FourEyes fourEyes;
    private final Instance<WorkIndex> index;

    WorkGuard(Caller caller, FourEyes fourEyes, Instance<WorkIndex> index) {
        this.caller = caller;
        this.fourEyes = fourEyes;
        this.index = index;
    }

    static boolean knows(String kind) {
        return KINDS.containsKey(kind);
    }

    /**
     * Requires that the caller may do this.
     *
     * @param kind what the work is called in addresses, such as {@code jobs}
     * @throws io.presencemedic.http.ProblemException (in the Uni) 404 where he may not read it, 403 where it is his own
     *     and somebody else has to approve it
     * @throws ForbiddenException (in the Uni) where he may read it, but not do this; what is not there is left to the
     *     resource
     */
    Uni<Void> require(Verb verb, String kind, UUID id) {
        return here(index.get().find(id)).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            WorkIndex.Work work = found.get();
            if (!caller.may(Verb.READ, work.cluster(), work.runbook())) {
                throw Problem.of(404, String.valueOf(KINDS.get(kind)), "There is nothing with the id " + id + " here.")
                        .exception();
            }
            if (!caller.may(verb, work.cluster(), work.runbook())) {
                throw new ForbiddenException();
            }
            return verb == Verb.APPROVE
                    ? here(fourEyes.require(caller.subject(), id))
                    : Uni.createFrom().voidItem();
        });
    }

    /** The database wants an event loop; resources that block are guarded on a thread of theirs. */
    private static <T> Uni<T> here(Uni<T> asked) {
        return Context.isOnEventLoopThread() ? asked : Uni.createFrom().item(Blocking.await(asked));
    }
}
