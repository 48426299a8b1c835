package io.presencemedic.access;

import io.presencemedic.access.grant.Verb;
import io.presencemedic.http.ProblemException;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requires of whoever sent the request that is being answered that he may do what he asks for, and has it recorded
 * where he may not. What he may not even read does not exist for him.
 */
@ApplicationScoped
public class PermissionCheck {
    private final Caller caller;
    private final WorkGuard work;
    private final RefusedPermissions refused;

    PermissionCheck(Caller caller, WorkGuard work, RefusedPermissions refused) {
        this.caller = caller;
        this.work = work;
        this.refused = refused;
    }

    /**
     * Requires that the caller may do this to a cluster.
     *
     * @param asked what he asked for, for the record
     * @param runbook null where it is about the cluster and no runbook in particular
     * @throws ProblemException 404 where he may not even read the cluster
     * @throws ForbiddenException where he may read it, but not do this
     */
    public void require(String asked, Verb verb, String cluster, @Nullable String runbook) {
        try {
            caller.require(verb, cluster, runbook);
        } catch (ForbiddenException | ProblemException e) {
            refused.note(asked);
            throw e;
        }
    }

    /**
     * Requires that the caller may do this to all clusters.
     *
     * @param asked what he asked for, for the record
     * @throws ForbiddenException where he may not
     */
    void requireEverywhere(String asked, Verb verb) {
        try {
            caller.requireEverywhere(verb);
        } catch (ForbiddenException | ProblemException e) {
            refused.note(asked);
            throw e;
        }
    }

    /**
     * Requires that the caller may do this to a piece of work.
     *
     * @param asked what he asked for, for the record
     * @param kind what the work is called in addresses: {@code jobs}, {@code diagnoses} or {@code bundles}
     * @throws ProblemException (or in the Uni) 404 or 403, as {@link WorkGuard#require} says
     * @throws ForbiddenException (or in the Uni) where he may read it, but not do this
     */
    Uni<Void> requireWork(String asked, Verb verb, String kind, UUID id) {
        try {
            return work.require(verb, kind, id).onFailure().invoke(() -> refused.note(asked));
        } catch (ForbiddenException | ProblemException e) {
            refused.note(asked);
            throw e;
        }
    }
}
