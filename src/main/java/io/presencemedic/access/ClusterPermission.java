package io.presencemedic.access;

import java.security.Permission;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The permission to do something with a cluster; an identity is asked for it by Quarkus' permission checkers. */
final class ClusterPermission extends Permission {
    private static final long serialVersionUID = 1L;

    private final Verb verb;
    private final String cluster;
    private final @Nullable String runbook;

    /** @param runbook null where it is about the cluster and no runbook in particular */
    ClusterPermission(Verb verb, String cluster, @Nullable String runbook) {
        super(verb.name());
        this.verb = verb;
        this.cluster = cluster;
        this.runbook = runbook;
    }

    boolean isIn(Grants grants) {
        return grants.allow(verb, cluster, runbook);
    }

    @Override
    public boolean implies(Permission other) {
        return equals(other);
    }

    @Override
    public String getActions() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClusterPermission that
                && verb == that.verb
                && cluster.equals(that.cluster)
                && Objects.equals(runbook, that.runbook);
    }

    @Override
    public int hashCode() {
        return Objects.hash(verb, cluster, runbook);
    }
}
