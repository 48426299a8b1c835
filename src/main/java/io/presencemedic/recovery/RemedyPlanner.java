package io.presencemedic.recovery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Remedy;
import io.presencemedic.runbook.Chapter;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.Hold;
import io.presencemedic.runbook.Parameters;
import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.TargetKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a finding's remedies into chapters of this job. */
final class RemedyPlanner {
    /** The procedures that begin by switching high availability off. */
    private static final Set<RunbookName> SWITCH_OFF = EnumSet.of(
            RunbookName.SERVICES_STUCK_IN_STARTING,
            RunbookName.NETWORK_SERVICES_DOWN,
            RunbookName.XCP_CONFIG_MANAGER_DOWN,
            RunbookName.DATABASE_DOWN,
            RunbookName.INTERCLUSTER_SYNC_AGENT_DOWN);

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
        return isChoice(finding)
                ? List.of()
                : finding.remedies().stream()
                        .flatMap(remedy -> chapter(finding, remedy).stream())
                        .toList();
    }

    /** Which of several groups a node belongs to is known to a person only (D6.2). */
    private static boolean isChoice(Finding finding) {
        return finding.runbook() == RunbookName.PRESENCE_ENGINE_OUTSIDE_GROUP
                && finding.remedies().stream()
                                .map(remedy -> remedy.target().group())
                                .distinct()
                                .count()
                        > 1;
    }

    /**
     * A start by hand of what is stopped on the finding's groups; one is enough, whatever is found there (D1.6). Where
     * a person has moved the group by hand, what is stopped may be so on purpose (F4).
     */
    List<Chapter> byHand(Finding finding) {
        boolean mayHelp = !finding.services().isEmpty()
                && finding.runbook() != null
                && finding.runbook() != RunbookName.SYNC_AGENT_CHECKLIST;
        if (!mayHelp) {
            return List.of();
        }
        Stream<String> groups = Stream.concat(
                Stream.ofNullable(finding.group()),
                finding.remedies().stream()
                        .flatMap(remedy -> Stream.ofNullable(remedy.target().group())));
        return groups.distinct()
                .filter(group -> membership.isConfirmed() && !membership.isMovedByHand(group))
                .map(group -> byHand(group))
                .toList();
    }

    /**
     * Begins the first. Where another one of the same group is to follow that has high availability off as well, it
     * stays off in between: it is switched off once.
     */
    static Decision.Continue begin(Candidate first, List<Candidate> all) {
        Chapter chapter = first.chapter();
        boolean another = all.stream()
                .map(Candidate::chapter)
                .anyMatch(next -> !next.equals(chapter)
                        && !next.runbook().equals(chapter.runbook())
                        && Objects.equals(next.group(), chapter.group())
                        && switchesOff(next));
        if (chapter.group() == null || !switchesOff(chapter) || !another) {
            return new Decision.Continue(RecoveryMessages.chosen(first.finding(), chapter), chapter);
        }
        ObjectNode parameters = chapter.parameters().json().deepCopy();
        parameters.put(RecoveryOptions.HIGH_AVAILABILITY, RecoveryOptions.LEAVE_OFF);
        Chapter held = new Chapter(
                chapter.runbook(),
                chapter.group(),
                chapter.node(),
                new Parameters(parameters),
                chapter.cause(),
                chapter.mayAsk());
        return new Decision.Continue(RecoveryMessages.chosen(first.finding(), held), held);
    }

    private static boolean switchesOff(Chapter chapter) {
        return RunbookName.of(chapter.runbook()).filter(SWITCH_OFF::contains).isPresent();
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

    private Chapter byHand(String group) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("ownSections", "START");
        return new Chapter(
                RunbookName.STOPPED_SERVICES_START.text(),
                group,
                null,
                new Parameters(all),
                "D1.6 of " + group,
                orders.mayAsk());
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
