package io.presencemedic.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceList;
import io.presencemedic.cisco.service.ServiceState;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.cisco.service.StopReason;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.fact.Fact;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The services of a node, shortened to those that are not as they should be.
 *
 * @param name the node's name
 * @param services how many the node lists; null where it did not say
 * @param started how many of them run
 * @param expectedlyStopped how many do not run and need not
 * @param notAsTheyShouldBe the others
 * @param unknown why nothing is known, or not everything; null where all is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Value.Builder
record ServicesOfNode(
        String name,
        @Nullable Integer services,
        @Nullable Integer started,
        @Nullable Integer expectedlyStopped,
        List<ServiceRow> notAsTheyShouldBe,
        @Nullable String unknown) {
    ServicesOfNode {
        notAsTheyShouldBe = List.copyOf(notAsTheyShouldBe);
    }

    /** A service that is not as it should be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServiceRow(
            String name, ServiceState state, @Nullable StopReason reason) {}

    static ServicesOfNode of(NodeFacts node) {
        Fact<ServiceList> fact = node.get(FactKey.SERVICES);
        String name = node.name().orElse("");
        if (fact instanceof Fact.Unknown<ServiceList> unknown) {
            return new ServicesOfNodeBuilder()
                    .name(name)
                    .notAsTheyShouldBe(List.of())
                    .unknown(unknown.reason())
                    .build();
        }
        return of(name, node.role().orElse(NodeRole.IMP_SUBSCRIBER), ((Fact.Known<ServiceList>) fact).value());
    }

    private static ServicesOfNode of(String name, NodeRole role, ServiceList list) {
        List<ServiceStatus> rows = list.services();
        List<ServiceRow> wrong = rows.stream()
                .filter(row -> ServiceCatalog.isMissed(row, role.product(), role.isPublisher()))
                .map(row -> new ServiceRow(row.name().value(), row.state(), row.reason()))
                .toList();
        int started = list.in(ServiceState.STARTED).size();
        return new ServicesOfNodeBuilder()
                .name(name)
                .services(rows.size())
                .started(started)
                .expectedlyStopped(rows.size() - started - wrong.size())
                .notAsTheyShouldBe(wrong)
                .unknown(list.complete() ? null : "the list ended early")
                .build();
    }
}
