package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DiagnosticTests;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.ServiceState;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.SqlTable;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Fact;
import io.presencemedic.diagnosis.NodeFacts;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What surrounds the Sync Agent: versions, CUCM's web service, server list, tests and network (D7.1 to D7.5). */
final class SyncAgentChecks {
    private final ClusterFacts facts;

    SyncAgentChecks(ClusterFacts facts) {
        this.facts = facts;
    }

    Optional<Draft> versions() {
        List<Fact.Known<InstalledVersion>> known = facts.known(Topic.VERSION);
        boolean differ = known.stream().anyMatch(one -> known.stream()
                .anyMatch(other -> !one.value().version().matches(other.value().version())));
        return differ
                ? Optional.of(Draft.of(
                                "VERSION_MISMATCH",
                                DocumentRef.D7_1,
                                Severity.ERROR,
                                "CUCM and IM and Presence do not run one version and service update: "
                                        + known.stream()
                                                .map(fact ->
                                                        fact.value().version().toString())
                                                .distinct()
                                                .collect(Collectors.joining(", "))
                                        + ". Bring all nodes to one.")
                        .evidence(known.stream()
                                .map(fact -> fact.heard()
                                        .evidence(fact.value().version().toString()))
                                .toList()))
                : Optional.empty();
    }

    Optional<Draft> axlService() {
        return NodeServices.of(facts).stream()
                .filter(services -> !services.presence()
                        && services.node()
                                .role()
                                .map(NodeRole.CUCM_PUBLISHER::equals)
                                .orElse(true))
                .flatMap(services -> services.row("Cisco AXL Web Service").stream()
                        .filter(row -> row.state() != ServiceState.STARTED)
                        .map(row -> axlService(services, row)))
                .findFirst();
    }

    private static Draft axlService(NodeServices services, ServiceStatus row) {
        return Draft.of(
                        "AXL_WEB_SERVICE_DOWN",
                        DocumentRef.D7_2,
                        Severity.ERROR,
                        "On " + services.label() + " " + row.name() + " is " + row.state()
                                + ", so IM and Presence gets no data from CUCM. Start it.")
                .evidence(services.evidence(List.of(row)));
    }

    Optional<Draft> serverList() {
        return facts.known(Topic.PROCESS_NODES).stream()
                .flatMap(list -> presenceHosts()
                        .filter(host -> !lists(list.value(), host))
                        .map(host -> Draft.of(
                                        "NOT_IN_SERVER_LIST",
                                        DocumentRef.D7_3,
                                        Severity.CRITICAL,
                                        host
                                                + " is not in CUCM's server list. The server must be rebuilt; adding it again"
                                                + " does not help, since each entry gets a new id.")
                                .evidence(list.heard().evidence())))
                .findFirst();
    }

    private Stream<String> presenceHosts() {
        return facts.nodes().stream()
                .filter(node -> node.role().filter(NodeRole::isPresence).isPresent())
                .map(NodeFacts::name)
                .flatMap(Optional::stream);
    }

    private static boolean lists(SqlTable table, String host) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> table.value(row, "name"))
                .anyMatch(name -> name != null && SubclusterMembership.sameHost(name, host));
    }

    Optional<Draft> tests() {
        return facts.known(Topic.DIAGNOSTIC_TESTS).stream()
                .flatMap(fact -> fact.value().tests().stream()
                        .filter(test -> !test.passed() && !test.skipped())
                        .map(test -> test(fact, test)))
                .findFirst();
    }

    private static Draft test(Fact.Known<DiagnosticTests> fact, DiagnosticTests.Test test) {
        return Draft.of(
                        "DIAGNOSTIC_TEST_FAILED",
                        DocumentRef.D7_4,
                        Severity.ERROR,
                        "The diagnostic test " + test.name() + " does not pass: " + test.result() + ".")
                .evidence(fact.heard().evidence(test.name()));
    }

    Optional<Draft> connectivity() {
        return facts.known(Topic.CONNECTIVITY).stream()
                .filter(fact -> !fact.value().succeeded())
                .map(fact -> Draft.of(
                                "HOST_UNREACHABLE",
                                DocumentRef.D7_5,
                                Severity.ERROR,
                                "The host or port of \""
                                        + fact.heard().evidence().command() + "\" cannot be reached.")
                        .evidence(fact.heard().evidence()))
                .findFirst();
    }
}
