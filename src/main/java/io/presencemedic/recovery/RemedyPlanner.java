package io.presencemedic.recovery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Remedy;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.TargetKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a finding's remedies into chapters of this job. */
final class RemedyPlanner {
    private final Function<String, Optional<Runbook>> catalog;
    private final RecoveryOptions orders;
    private final Cluster cluster;
    private final Membership membership;

    RemedyPlanner(
            Function<String, Optional<Runbook>> catalog,
            RecoveryOptions orders,
            Cluster cluster,
            DiagnosisResult seen) {
        this.catalog = catalog;
        this.orders = orders;
        this.cluster = cluster;
        this.membership = new Membership(cluster, seen.facts());
    }

    /** What may be run for the finding, in this order; nothing where only a person can help. */
    List<Chapter> of(Finding finding) {
        return finding.remedies().stream()
                .flatMap(remedy -> chapter(finding, remedy).stream())
                .toList();
    }

    /** A start by hand of what is stopped on the finding's groups; one is enough, whatever is found there (D1.6). */
    List<Chapter> byHand(Finding finding) {
        Stream<String> groups = Stream.concat(
                Stream.ofNullable(finding.group()),
                finding.remedies().stream()
                        .flatMap(remedy -> Stream.ofNullable(remedy.target().group())));
        return groups.distinct()
                .filter(group -> membership.isConfirmed())
                .map(group -> chapter(RunbookName.STOPPED_SERVICES_START, group, "D1.6 of " + group))
                .toList();
    }

    /** What switches on again what the job has switched off. */
    Optional<Chapter> restoring(Hold hold) {
        String cause = "LEFT_OFF: " + hold.words();
        return switch (hold.kind()) {
            case HIGH_AVAILABILITY -> Optional.of(chapter(RunbookName.HIGH_AVAILABILITY_ENABLE, hold.subject(), cause));
            case REPLICATION_SYNC_MONITOR ->
                membership.groupsOf(cluster.node(hold.subject()).stream().toList()).stream()
                        .findFirst()
                        .map(group -> chapter(RunbookName.REPLICATION_SYNC_MONITOR_ENABLE, group, cause));
        };
    }

    private Chapter chapter(RunbookName runbook, String group, String cause) {
        Parameters none = new Parameters(JsonNodeFactory.instance.objectNode());
        return new Chapter(runbook.text(), group, null, none, cause, orders.mayAsk());
    }

    /** Without CUCM's word no runbook finds its group; and only nodes of the inventory can be worked on. */
    private Optional<Chapter> chapter(Finding finding, Remedy remedy) {
        String node = remedy.target().node();
        boolean findable = remedy.runbook().target() == TargetKind.GROUP
                ? membership.isConfirmed()
                : node == null || cluster.node(node).isPresent();
        return catalog.apply(remedy.runbook().text())
                .map(Runbook::card)
                .filter(card -> findable)
                .flatMap(card -> chapter(finding, remedy, card));
    }

    private Optional<Chapter> chapter(Finding finding, Remedy remedy, RunbookCard card) {
        ObjectNode parameters = parameters(remedy, card);
        return card.parameters().check(parameters).isEmpty()
                ? Optional.of(new Chapter(
                        card.name(),
                        remedy.target().group(),
                        remedy.target().node(),
                        new Parameters(parameters),
                        cause(finding, remedy),
                        orders.mayAsk()))
                : Optional.empty();
    }

    private String cause(Finding finding, Remedy remedy) {
        @Nullable String service = remedy.parameters().get(Remedy.SERVICE);
        String target = Stream.of(
                        Optional.ofNullable(remedy.target().node()),
                        Optional.ofNullable(remedy.target().group()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(cluster.id());
        return finding.code() + " of " + (service == null ? "" : Objects.requireNonNull(service) + " on ") + target;
    }

    private ObjectNode parameters(Remedy remedy, RunbookCard card) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        boolean takesChoice = card.parameters().json().path("properties").has(RecoveryOptions.HIGH_AVAILABILITY);
        if (orders.enable() && takesChoice) {
            parameters.put(RecoveryOptions.HIGH_AVAILABILITY, RecoveryOptions.ENABLE);
        }
        remedy.parameters().forEach(parameters::put);
        return parameters;
    }
}
