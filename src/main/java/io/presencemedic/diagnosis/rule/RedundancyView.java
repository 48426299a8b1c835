package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityCondition;
import io.presencemedic.cisco.LetterCase;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The redundancy groups as both sides tell them: the nodes by {@code utils ha status}, CUCM by its web service. */
final class RedundancyView {
    private final HostNames hosts;
    private final List<Fact.Known<HighAvailability>> nodes;
    private final Map<String, Said> groups = new LinkedHashMap<>();
    private final Map<String, Configured> configured = new LinkedHashMap<>();

    /** What a node says about a group. */
    record Said(HighAvailability.Group group, Fact.Known<HighAvailability> fact) {}

    /** What CUCM's database has about a group. */
    record Configured(RedundancyGroup group, Fact.Known<?> fact) {}

    RedundancyView(ClusterFacts facts, HostNames hosts) {
        this.hosts = hosts;
        this.nodes = facts.known(FactKey.HIGH_AVAILABILITY);
        nodes.forEach(fact -> fact.value()
                .groups()
                .forEach(group -> groups.merge(key(group.name()), new Said(group, fact), RedundancyView::worse)));
        facts.known(FactKey.REDUNDANCY_GROUPS).forEach(fact -> fact.value()
                .groups()
                .forEach(group -> configured.putIfAbsent(key(group.name()), new Configured(group, fact))));
    }

    /** Where nodes tell different things of a group, that one says it is well hides nothing. */
    private static Said worse(Said one, Said other) {
        return one.group().condition() == HighAvailabilityCondition.NORMAL ? other : one;
    }

    private static String key(String group) {
        return LetterCase.lower(group);
    }

    HostNames hosts() {
        return hosts;
    }

    /** Every group that the nodes tell of, once. */
    List<Said> groups() {
        return List.copyOf(groups.values());
    }

    /** Every group that CUCM tells of. */
    List<Configured> configured() {
        return List.copyOf(configured.values());
    }

    /** The same group as CUCM has it. */
    Optional<Configured> configured(Said said) {
        return Optional.ofNullable(configured.get(key(said.group().name())));
    }

    /** The same group as the nodes have it. */
    Optional<Said> said(Configured group) {
        return Optional.ofNullable(groups.get(key(group.group().name())));
    }

    /** Whether anything is known about groups at all. */
    boolean known() {
        return !groups.isEmpty() || !configured.isEmpty();
    }

    /** The members of every group, by the platform's names; a group that both sides know counts with both. */
    List<List<String>> members() {
        Map<String, List<String>> members = new LinkedHashMap<>();
        groups.forEach(
                (key, said) -> add(members, key, said.group().nodes().stream().map(HighAvailability.Node::name)));
        configured.forEach((key, group) -> add(members, key, group.group().servers().stream()));
        return List.copyOf(members.values());
    }

    private static void add(Map<String, List<String>> members, String key, Stream<String> names) {
        List<String> all = members.computeIfAbsent(key, absent -> new ArrayList<>());
        names.forEach(all::add);
    }

    /** A group's name as CUCM spells it, by which runbooks find it; as the nodes do where CUCM does not tell. */
    String spelling(String group) {
        Configured known = configured.get(key(group));
        return known == null ? group : known.group().name();
    }

    /** The names of the groups that these hosts are in, each once. */
    List<String> namesOf(Collection<String> hosts) {
        return names(members -> hosts.stream().anyMatch(host -> isIn(members, host)));
    }

    /** The names of the groups of one node, which have room for another. */
    List<String> withRoom() {
        return names(members -> labels(members).size() < 2);
    }

    /** By CUCM's word; by the nodes' own where CUCM tells of no group. */
    private List<String> names(Predicate<List<String>> members) {
        Stream<Map.Entry<String, List<String>>> all = configured.isEmpty()
                ? groups.values().stream()
                        .map(said -> Map.entry(
                                said.group().name(),
                                said.group().nodes().stream()
                                        .map(HighAvailability.Node::name)
                                        .toList()))
                : configured.values().stream()
                        .map(group ->
                                Map.entry(group.group().name(), group.group().servers()));
        return all.filter(entry -> members.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    /** Whether a host is a member of a group. */
    boolean isIn(List<String> group, String host) {
        return group.stream().anyMatch(member -> hosts.same(member, host));
    }

    /** The group of a host, by the platform's names of its members. */
    Optional<List<String>> groupOf(String host) {
        return members().stream().filter(group -> isIn(group, host)).findFirst();
    }

    /** How sentences name the members of a group. */
    List<String> labels(List<String> group) {
        return group.stream().map(hosts::name).distinct().toList();
    }

    List<String> labels(HighAvailability.Group group) {
        return labels(group.nodes().stream().map(HighAvailability.Node::name).toList());
    }

    /** Whether high availability is off for a node; empty where no node tells. */
    Optional<Boolean> offFor(NodeFacts node) {
        Optional<Boolean> own = groups.values().stream()
                .filter(said -> said.group().nodes().stream().anyMatch(member -> hosts.is(node, member.name())))
                .findFirst()
                .flatMap(said -> said.group().enabled());
        return own.or(() -> nodes.stream()
                        .map(fact -> fact.value().enabled())
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(enabled -> !enabled);
    }
}
