package io.presencemedic.access;

import io.presencemedic.access.grant.Grant;
import io.presencemedic.access.grant.Grants;
import io.presencemedic.access.grant.NamePattern;
import io.presencemedic.access.grant.Verb;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the members of the identity provider's groups may do, by configuration ({@code medic.access.groups."<name>"}).
 */
@ApplicationScoped
class GroupGrants {
    private final Map<String, Grant> byGroup;

    GroupGrants(AccessConfig config) {
        byGroup = config.groups().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, group -> grant(group.getValue())));
    }

    /** All that the groups together allow; a group that the configuration does not name allows nothing. */
    Grants of(Collection<String> groups) {
        return new Grants(
                groups.stream().filter(byGroup::containsKey).map(byGroup::get).toList());
    }

    boolean hasAdministrators() {
        return new Grants(List.copyOf(byGroup.values())).allowEverywhere(Verb.ADMINISTER);
    }

    private static Grant grant(AccessConfig.Group group) {
        Set<Verb> verbs = new HashSet<>(group.verbs().orElse(Set.of()));
        group.role().ifPresent(role -> role.grants().all().forEach(grant -> verbs.addAll(grant.verbs())));
        return new Grant(verbs, patterns(group.runbooks()), patterns(group.clusters()));
    }

    private static List<NamePattern> patterns(List<String> texts) {
        return texts.stream().map(NamePattern::new).toList();
    }
}
