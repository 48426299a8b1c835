package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.HighAvailabilityChange;
import io.presencemedic.cisco.service.ServiceStatus;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.FindingBuilder;
import io.presencemedic.diagnosis.fact.Remedy;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.runbook.RunbookName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A finding while rules write it. */
final class FindingDraft {
    private static final String NO_ITEM = "-";

    private final String code;
    private final String item;
    private final Severity severity;
    private final String summary;
    private final Set<Evidence> evidence = new LinkedHashSet<>();
    private final List<Finding.Defect> defects = new ArrayList<>();
    private final Set<String> causes = new LinkedHashSet<>();
    private final Set<String> nodes = new LinkedHashSet<>();
    private final Set<String> possibleCauses = new LinkedHashSet<>();
    private final Set<String> remedyNodes = new LinkedHashSet<>();
    private final Set<String> services = new LinkedHashSet<>();
    private final List<Remedy> remedies = new ArrayList<>();
    private final List<Finding.ByHand> byHand = new ArrayList<>();
    private Map<String, String> parameters = Map.of();
    private @Nullable String group;
    private @Nullable HighAvailabilityChange undelivered;
    private @Nullable RunbookName runbook;
    private final Set<String> stoppedOn = new LinkedHashSet<>();
    private boolean commandedOut;
    private boolean everywhere;
    private boolean takesRunbook;

    private FindingDraft(String code, String item, Severity severity, String summary) {
        this.code = code;
        this.item = item;
        this.severity = severity;
        this.summary = summary;
    }

    static FindingDraft of(String code, DocumentRef item, Severity severity, String summary) {
        return new FindingDraft(code, item.id(), severity, summary);
    }

    /** Something of which the document does not speak. */
    static FindingDraft besidesTheDocument(String code, Severity severity, String summary) {
        return new FindingDraft(code, NO_ITEM, severity, summary);
    }

    FindingDraft evidence(Evidence line) {
        evidence.add(line);
        return this;
    }

    FindingDraft evidence(Collection<Evidence> lines) {
        evidence.addAll(lines);
        return this;
    }

    /** Its remedy: on the redundancy groups of its nodes, or on each node, as the runbook asks. */
    FindingDraft runbook(RunbookName name) {
        runbook = name;
        return this;
    }

    /** What the runbook takes besides a service. */
    FindingDraft parameters(Map<String, String> values) {
        parameters = values;
        return this;
    }

    /** Its remedies where their targets are not those of its nodes. */
    FindingDraft remedies(Collection<Remedy> exact) {
        remedies.addAll(exact);
        return this;
    }

    /** A command that a person may decide on. */
    FindingDraft byHand(@Nullable String node, String command) {
        byHand.add(new Finding.ByHand(node, command));
        return this;
    }

    /** The redundancy group that it is about, as its nodes spell it. */
    FindingDraft inGroup(String name) {
        group = name;
        return this;
    }

    /** The change of high availability that CUCM has stored and the nodes have not heard of. */
    FindingDraft undelivered(HighAvailabilityChange change) {
        undelivered = change;
        return this;
    }

    /** The services that it is about. */
    FindingDraft services(Collection<ServiceStatus> rows) {
        rows.forEach(row -> services.add(row.name().value()));
        return this;
    }

    /** What remedies its symptom goes through this as well. */
    FindingDraft remediedWithItsSymptom() {
        takesRunbook = true;
        return this;
    }

    FindingDraft defect(DefectId defect) {
        defects.add(Finding.Defect.of(defect));
        return this;
    }

    FindingDraft causes(Collection<String> codes) {
        causes.addAll(codes);
        causes.remove(code);
        return this;
    }

    /** Where it is; nothing for a node whose name a pasted log does not tell. */
    FindingDraft on(Collection<String> names) {
        nodes.addAll(names);
        return this;
    }

    /** What is stopped there is stopped because of this. */
    FindingDraft explainsStoppedOn(Collection<String> names) {
        stoppedOn.addAll(names);
        return this;
    }

    /** Every service that it is about was commanded out of service. */
    FindingDraft commandedOut(boolean all) {
        commandedOut = all;
        return this;
    }

    /** What it causes may be on any node. */
    FindingDraft everywhere() {
        everywhere = true;
        return this;
    }

    /** It is only a symptom where one of these is found on one of its nodes. */
    FindingDraft symptomOf(Collection<String> codes) {
        possibleCauses.addAll(codes);
        return this;
    }

    /** Whether the other one explains this one. */
    boolean isExplainedBy(FindingDraft other) {
        boolean stopped = commandedOut && nodes.stream().anyMatch(other.stoppedOn::contains);
        return stopped
                || possibleCauses.contains(other.code)
                        && (nodes.isEmpty()
                                || other.everywhere
                                || other.nodes.isEmpty()
                                || nodes.stream().anyMatch(other.nodes::contains));
    }

    /** Takes a symptom in, so that it is not reported beside this. */
    void explain(FindingDraft symptom) {
        evidence(symptom.evidence).causes(symptom.causes).causes(List.of(symptom.code));
        if (runbook == null && takesRunbook && symptom.runbook != null) {
            runbook = symptom.runbook;
            parameters = symptom.parameters;
        }
        if (takesRunbook && runbook == symptom.runbook) {
            remedyNodes.addAll(symptom.nodes);
        }
    }

    Finding finding(RemedyTargets targets) {
        List<String> groups = targets.groups(group, nodes);
        return new FindingBuilder()
                .code(code)
                .item(item)
                .severity(severity)
                .summary(summary)
                .evidence(List.copyOf(evidence))
                .runbook(
                        runbook == null && !remedies.isEmpty() ? remedies.get(0).runbook() : runbook)
                .defects(defects)
                .causes(List.copyOf(causes))
                .group(groups.size() == 1 ? groups.get(0) : null)
                .nodes(List.copyOf(nodes))
                .services(List.copyOf(services))
                .remedies(remedies(targets))
                .byHand(byHand)
                .undelivered(undelivered)
                .build();
    }

    private List<Remedy> remedies(RemedyTargets targets) {
        if (runbook == null || !remedies.isEmpty()) {
            return remedies;
        }
        return switch (runbook.target()) {
            case GROUP ->
                targets.groups(group, remedyNodes.isEmpty() ? nodes : remedyNodes).stream()
                        .map(name -> Remedy.onGroup(runbook, name, parameters))
                        .toList();
            case NODE -> targets.onNodes(runbook, remedyNodes.isEmpty() ? nodes : remedyNodes, services);
            case CLUSTER -> List.of();
        };
    }
}
