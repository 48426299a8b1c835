package io.presencemedic.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.cisco.ServiceCatalog;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.cluster.NodeRole;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.TargetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a finding into what is to be run for it: the runbook that it names, on each target that it may concern. */
final class RemedyPlanner {
    private static final ServiceName SYNC_AGENT = new ServiceName("Cisco Sync Agent");
    private static final String START_BY_HAND = "stopped-services-start";
    /** Starts its service by hand itself once nothing else is wrong. */
    private static final String CHECKLIST = "sync-agent-checklist";

    private static final String STOPPED_SERVICES = "stoppedServices";
    private static final String START = "START";

    private static final String JOINS_A_GROUP = "presence-engine-outside-group";

    private final Function<String, Optional<Runbook>> catalog;
    private final RecoveryOptions orders;
    private final Cluster cluster;
    private final DiagnosisResult seen;
    private final Membership membership;

    RemedyPlanner(
            Function<String, Optional<Runbook>> catalog,
            RecoveryOptions orders,
            Cluster cluster,
            DiagnosisResult seen) {
        this.catalog = catalog;
        this.orders = orders;
        this.cluster = cluster;
        this.seen = seen;
        this.membership = new Membership(cluster, seen.facts());
    }

    /** What may be run for the finding, in this order; nothing where only a person can help. */
    List<Chapter> of(Finding finding) {
        return Optional.ofNullable(finding.runbook()).stream()
                .flatMap(runbook -> of(finding, runbook).stream())
                .toList();
    }

    /** A start by hand of what is stopped (D1.6), and of the service without which no group can be found (D7.2). */
    List<Chapter> byHand(Finding finding) {
        if (finding.code().equals("AXL_WEB_SERVICE_DOWN")) {
            return catalog.apply("service-start").stream()
                    .flatMap(start -> cluster.first(NodeRole.CUCM_PUBLISHER).stream()
                            .flatMap(node -> chapters(finding, start.card(), null, node).stream()))
                    .toList();
        }
        return finding.runbook() == null || finding.runbook().equals(CHECKLIST)
                ? List.of()
                : of(finding, START_BY_HAND).stream().map(RemedyPlanner::byHand).toList();
    }

    /** One start is enough, whatever is found on the group. */
    private static Chapter byHand(Chapter start) {
        return new Chapter(
                start.runbook(),
                start.group(),
                start.node(),
                start.parameters(),
                "D1.6 of " + start.group(),
                start.mayAsk());
    }

    private List<Chapter> of(Finding finding, String runbook) {
        return catalog.apply(runbook)
                .map(Runbook::card)
                .filter(card -> card.target() != TargetKind.GROUP || membership.isConfirmed())
                .map(card -> of(finding, card))
                .orElse(List.of());
    }

    /** What switches on again what the job has switched off. */
    Optional<Chapter> restoring(Hold hold) {
        Parameters none = new Parameters(JsonNodeFactory.instance.objectNode());
        String cause = "LEFT_OFF: " + hold.words();
        return switch (hold.kind()) {
            case HIGH_AVAILABILITY ->
                Optional.of(
                        new Chapter("high-availability-enable", hold.subject(), null, none, cause, orders.mayAsk()));
            case REPLICATION_SYNC_MONITOR ->
                membership.groupsOf(cluster.node(hold.subject()).stream().toList()).stream()
                        .findFirst()
                        .map(group -> new Chapter(
                                "replication-sync-monitor-enable", group, null, none, cause, orders.mayAsk()));
        };
    }

    private List<Chapter> of(Finding finding, RunbookCard card) {
        return switch (card.target()) {
            case CLUSTER -> chapters(finding, card, null, null);
            case GROUP ->
                groups(finding, card).stream()
                        .flatMap(group -> chapters(finding, card, group, null).stream())
                        .toList();
            case NODE ->
                nodes(finding, card).stream()
                        .flatMap(node -> chapters(finding, card, null, node).stream())
                        .toList();
        };
    }

    private List<String> groups(Finding finding, RunbookCard card) {
        List<Node> named = named(finding);
        boolean joins = card.name().equals(JOINS_A_GROUP) && named.stream().anyMatch(membership.outside()::contains);
        return joins ? membership.withRoom() : membership.groupsOf(named);
    }

    /** The presence nodes that the finding names, those in its own words before those that were only asked. */
    private List<Node> named(Finding finding) {
        Stream<Node> told = cluster.presenceNodes().stream().filter(node -> tells(finding, node));
        Stream<Node> asked = finding.evidence().stream()
                .flatMap(line -> Stream.ofNullable(line.node()))
                .flatMap(name -> cluster.node(name).stream())
                .filter(node -> node.role().isPresence());
        return Stream.concat(told, asked).distinct().toList();
    }

    private boolean tells(Finding finding, Node node) {
        Stream<String> texts = Stream.concat(
                Stream.of(finding.summary()), finding.evidence().stream().map(Evidence::text));
        return texts.flatMap(text -> Stream.of(text.split("[\\s,;:()\\[\\]]+")))
                .map(word -> word.replaceFirst("\\.$", ""))
                .anyMatch(word -> !word.isEmpty() && membership.isCalled(node, word));
    }

    private List<Node> nodes(Finding finding, RunbookCard card) {
        List<Node> presence = cluster.presenceNodes();
        if (needsService(card)) {
            return named(finding);
        }
        List<Node> down =
                presence.stream().filter(node -> seen.isDown(node, SYNC_AGENT)).toList();
        return down.isEmpty() ? cluster.first(NodeRole.IMP_PUBLISHER).stream().toList() : down;
    }

    private List<Chapter> chapters(Finding finding, RunbookCard card, @Nullable String group, @Nullable Node node) {
        List<Chapter> chapters = new ArrayList<>();
        for (ObjectNode parameters : parameters(finding, card, node)) {
            if (card.parameters().check(parameters).isEmpty()) {
                String target = node == null ? (group == null ? cluster.id() : group) : node.name();
                String service = parameters.path("service").asText();
                String cause = finding.code() + " of " + (service.isEmpty() ? "" : service + " on ") + target;
                chapters.add(new Chapter(
                        card.name(),
                        group,
                        node == null ? null : node.name(),
                        new Parameters(parameters),
                        cause,
                        orders.mayAsk()));
            }
        }
        return chapters;
    }

    private List<ObjectNode> parameters(Finding finding, RunbookCard card, @Nullable Node node) {
        ObjectNode common = JsonNodeFactory.instance.objectNode();
        if (orders.enable() && takes(card, RecoveryOptions.HIGH_AVAILABILITY)) {
            common.put(RecoveryOptions.HIGH_AVAILABILITY, RecoveryOptions.ENABLE);
        }
        if (takes(card, STOPPED_SERVICES) && named(finding).stream().anyMatch(seen::waitsForStopped)) {
            common.put(STOPPED_SERVICES, START);
        }
        if (card.name().equals(JOINS_A_GROUP)) {
            named(finding).stream()
                    .filter(membership.outside()::contains)
                    .findFirst()
                    .ifPresent(joining -> common.put("node", joining.name()));
        }
        return needsService(card) && node != null
                ? services(finding, node)
                        .map(service -> common.deepCopy().put("service", service.value()))
                        .toList()
                : List.of(common);
    }

    /** The services whose rows of the node's list are the finding's evidence. */
    private static Stream<ServiceName> services(Finding finding, Node node) {
        return finding.evidence().stream()
                .filter(line -> node.name().equals(line.node()))
                .flatMap(line ->
                        ServiceCatalog.find(line.text().split("\\[", 2)[0].strip()).stream())
                .distinct();
    }

    private static boolean takes(RunbookCard card, String parameter) {
        return card.parameters().json().path("properties").has(parameter);
    }

    private static boolean needsService(RunbookCard card) {
        for (JsonNode name : card.parameters().json().path("required")) {
            if (name.asText().equals("service")) {
                return true;
            }
        }
        return false;
    }
}
