package io.presencemedic.access.grant;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be done, with which runbooks, on which clusters.
 *
 * @param verbs what may be done
 * @param runbooks names of runbooks, with stars; all where it is left out
 * @param clusters ids of clusters, with stars; all where it is left out
 */
@Schema(
        description = "What may be done, with which runbooks, on which clusters. A star stands for any text.",
        example =
                "{\"verbs\":[\"EXECUTE\"],\"runbooks\":[\"services-stuck-in-starting\"],\"clusters\":[\"emea\",\"apac\"]}")
public record Grant(
        @NotEmpty Set<Verb> verbs,

        @Size(min = 1, max = 50) List<NamePattern> runbooks,

        @Size(min = 1, max = 200) List<NamePattern> clusters) {

    @JsonCreator
    public Grant(
            @Nullable Set<Verb> verbs, @Nullable List<NamePattern> runbooks, @Nullable List<NamePattern> clusters) {
        this.verbs = verbs == null ? Set.of() : Set.copyOf(verbs);
        this.runbooks = runbooks == null ? List.of(NamePattern.ANY) : List.copyOf(runbooks);
        this.clusters = clusters == null ? List.of(NamePattern.ANY) : List.copyOf(clusters);
    }

    /** These verbs everywhere. */
    static Grant everywhere(Verb... verbs) {
        return new Grant(Set.of(verbs), null, null);
    }

    /** @param runbook null where it is about the cluster and no runbook of it */
    boolean allows(Verb verb, String cluster, @Nullable String runbook) {
        return includes(verb)
                && clusters.stream().anyMatch(pattern -> pattern.matches(cluster))
                && (runbook == null || runbooks.stream().anyMatch(pattern -> pattern.matches(runbook)));
    }

    boolean includes(Verb verb) {
        return verbs.stream().anyMatch(held -> held.includes(verb));
    }

    /** Whether this allows the verb for everything that the patterns name. */
    boolean covers(Verb verb, NamePattern runbook, NamePattern cluster) {
        return includes(verb)
                && runbooks.stream().anyMatch(pattern -> pattern.covers(runbook))
                && clusters.stream().anyMatch(pattern -> pattern.covers(cluster));
    }
}
