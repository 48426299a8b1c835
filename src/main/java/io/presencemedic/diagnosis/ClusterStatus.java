package io.presencemedic.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.cisco.HighAvailability;
import io.presencemedic.cisco.HighAvailabilityState;
import io.presencemedic.cisco.RedundancyGroup;
import io.presencemedic.cisco.ReplicationState;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a cluster stands.
 *
 * @param services the services of each node that are not as they should be
 * @param highAvailability each redundancy group, as CUCM has it and as its nodes say
 * @param replication what each node says about the replication of databases
 */
record ClusterStatus(
        List<ServicesOfNode> services, List<GroupStatus> highAvailability, List<ReplicationStatus> replication) {
    /** Nothing is known. */
    static final ClusterStatus NOTHING_KNOWN = new ClusterStatus(List.of(), List.of(), List.of());

    ClusterStatus {
        services = List.copyOf(services);
        highAvailability = List.copyOf(highAvailability);
        replication = List.copyOf(replication);
    }

    /**
     * A redundancy group.
     *
     * @param configured whether high availability is on in CUCM; null where CUCM did not say
     * @param enabled whether it is on by what the nodes say; null where they do not tell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GroupStatus(
            String name,
            @Nullable Boolean configured,
            @Nullable Boolean enabled,
            List<MemberStatus> nodes) {}

    /** What a member of a group says of itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberStatus(
            String name,
            HighAvailabilityState state,
            @Nullable String reason) {}

    /**
     * What a node says about replication.
     *
     * @param healthy whether it is set up everywhere and the last check was clean; null where it is not known, or not
     *     applicable
     * @param setup state of the setup by node; 2 is good, null is none
     * @param unknown why it is not known
     * @param applicable false where the node is the only one of its product, so that there is nothing to replicate
     *     (G8); otherwise null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Value.Builder
    record ReplicationStatus(
            String name,
            @Nullable Boolean healthy,
            @Nullable Map<String, @Nullable Integer> setup,
            @Nullable String unknown,
            @Nullable Boolean applicable) {
        /** The verdict in words. */
        String words() {
            if (healthy == null) {
                return Boolean.FALSE.equals(applicable) ? "not applicable" : "not known";
            }
            return healthy ? "healthy" : "NOT HEALTHY";
        }
    }

    static ClusterStatus of(ClusterFacts facts) {
        return new ClusterStatus(
                facts.nodes().stream().map(ServicesOfNode::of).toList(),
                groups(facts),
                facts.nodes().stream().map(ClusterStatus::replication).toList());
    }

    private static List<GroupStatus> groups(ClusterFacts facts) {
        List<RedundancyGroup> configured = facts.known(FactKey.REDUNDANCY_GROUPS).stream()
                .flatMap(fact -> fact.value().groups().stream())
                .toList();
        List<HighAvailability.Group> reported = facts.known(FactKey.HIGH_AVAILABILITY).stream()
                .findFirst()
                .map(fact -> fact.value().groups())
                .orElse(List.of());
        return Stream.concat(
                        configured.stream().map(RedundancyGroup::name),
                        reported.stream().map(HighAvailability.Group::name))
                .distinct()
                .map(name -> group(name, configured, reported))
                .toList();
    }

    private static GroupStatus group(
            String name, List<RedundancyGroup> configured, List<HighAvailability.Group> reported) {
        Optional<HighAvailability.Group> says =
                reported.stream().filter(group -> group.name().equals(name)).findFirst();
        return new GroupStatus(
                name,
                configured.stream()
                        .filter(group -> group.name().equals(name))
                        .map(RedundancyGroup::haEnabled)
                        .findFirst()
                        .orElse(null),
                says.flatMap(HighAvailability.Group::enabled).orElse(null),
                says.map(HighAvailability.Group::nodes).orElse(List.of()).stream()
                        .map(node -> new MemberStatus(node.name(), node.state(), node.reason()))
                        .toList());
    }

    private static ReplicationStatus replication(NodeFacts node) {
        Fact<ReplicationState> fact = node.get(FactKey.REPLICATION);
        String name = node.name().orElse("");
        if (fact instanceof Fact.Unknown<ReplicationState> unknown) {
            return new ReplicationStatusBuilder()
                    .name(name)
                    .unknown(unknown.reason())
                    .build();
        }
        ReplicationState state = ((Fact.Known<ReplicationState>) fact).value();
        if (!state.isApplicable()) {
            return new ReplicationStatusBuilder().name(name).applicable(false).build();
        }
        Map<String, @Nullable Integer> setup = new LinkedHashMap<>();
        state.nodes().forEach(row -> setup.put(row.name(), row.setup()));
        return new ReplicationStatusBuilder()
                .name(name)
                .healthy(state.healthy())
                .setup(setup)
                .build();
    }
}
