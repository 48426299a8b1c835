package io.presencemedic.access.grant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody may do.
 *
 * @param all each adds to the others
 */
public record Grants(List<Grant> all) {
    public Grants {
        all = List.copyOf(all);
    }

    /** Whether the verb is allowed on this cluster with this runbook; null for no runbook in particular. */
    public boolean allow(Verb verb, String cluster, @Nullable String runbook) {
        return all.stream().anyMatch(grant -> grant.allows(verb, cluster, runbook));
    }

    /** Whether the verb is allowed on every cluster with every runbook. */
    public boolean allowEverywhere(Verb verb) {
        return all.stream().anyMatch(grant -> grant.covers(verb, NamePattern.ANY, NamePattern.ANY));
    }

    /** Whether these allow all that the others allow: nobody gives away more than he has. */
    public boolean cover(Grants others) {
        return others.all().stream().allMatch(this::cover);
    }

    private boolean cover(Grant other) {
        return other.verbs().stream()
                .allMatch(verb -> other.runbooks().stream().allMatch(runbook -> other.clusters().stream()
                        .allMatch(cluster -> all.stream().anyMatch(grant -> grant.covers(verb, runbook, cluster)))));
    }

    /** The jobs and clusters that may be read. */
    public ReadScope readable() {
        return new ReadScope(
                all.stream().filter(grant -> grant.includes(Verb.READ)).toList());
    }

    /** The roles for which addresses ask: the verb is held for something at least. */
    public Set<String> roles() {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (role.verbs().stream().anyMatch(verb -> all.stream().anyMatch(grant -> grant.includes(verb)))) {
                roles.add(role);
            }
        }
        return roles.stream().map(Role::label).collect(Collectors.toUnmodifiableSet());
    }
}
