package io.presencemedic.access.grant;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows to somebody: the clusters and jobs that he may read.
 *
 * @param grants each adds to the others
 */
public record ReadScope(List<Grant> grants) {
    private static final String NOTHING = "a^";

    public ReadScope {
        grants = List.copyOf(grants);
    }

    /** Whether a list needs no filter. */
    public boolean isUnlimited() {
        return grants.stream().anyMatch(grant -> grant.covers(Verb.READ, NamePattern.ANY, NamePattern.ANY));
    }

    /** Whether a list shows this; null for no runbook in particular. */
    public boolean includes(String cluster, @Nullable String runbook) {
        return grants.stream().anyMatch(grant -> grant.allows(Verb.READ, cluster, runbook));
    }

    /** A regular expression for the ids of the clusters, in Java's and in PostgreSQL's language. */
    public String clusters() {
        return anyOf(grants.stream().flatMap(grant -> grant.clusters().stream()).map(NamePattern::regex));
    }

    /** A regular expression for a cluster's id, a blank and a runbook's name, for lists of jobs. */
    public String jobs() {
        return anyOf(grants.stream()
                .map(grant -> "(?:" + either(grant.clusters()) + ") (?:" + either(grant.runbooks()) + ")"));
    }

    private static String either(List<NamePattern> patterns) {
        return patterns.stream().map(NamePattern::regex).distinct().collect(Collectors.joining("|"));
    }

    private static String anyOf(Stream<String> expressions) {
        String all = expressions.distinct().collect(Collectors.joining("|"));
        return all.isEmpty() ? NOTHING : "^(?:" + all + ")$";
    }
}
