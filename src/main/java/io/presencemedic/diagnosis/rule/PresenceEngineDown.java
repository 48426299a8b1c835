package io.presencemedic.diagnosis.rule;

import io.presencemedic.cisco.DefectId;
import io.presencemedic.cisco.DocumentRef;
import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cisco.ServiceName;
import io.presencemedic.cisco.ServiceOrder;
import io.presencemedic.cisco.ServiceStatus;
import io.presencemedic.cisco.Version;
import io.presencemedic.diagnosis.ClusterFacts;
import io.presencemedic.diagnosis.Finding;
import io.presencemedic.diagnosis.Severity;
import io.presencemedic.diagnosis.Topic;
import io.presencemedic.diagnosis.Undetermined;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Presence Engine does not start: for want of what it needs, of its group, or by itself (D6). */
final class PresenceEngineDown implements Rule {
    private static final String CODE = "PRESENCE_ENGINE_DOWN";

    @Override
    public Verdict look(ClusterFacts facts) {
        List<Finding> findings = new ArrayList<>(NodeAilment.find(facts, Ailment.PREREQUISITES)
                .map(PresenceEngineDown::prerequisites)
                .toList());
        List<NodeAilment> alone =
                NodeAilment.find(facts, Ailment.PRESENCE_ENGINE).toList();
        findings.addAll(SubclusterMembership.findings(facts, alone));
        if (!alone.isEmpty() && findings.stream().noneMatch(PresenceEngineDown::bindsEngine)) {
            findings.addAll(byItself(facts, alone));
        }
        return new Verdict(
                findings, alone.isEmpty() ? List.of() : missing(facts).toList());
    }

    private static boolean bindsEngine(Finding finding) {
        return finding.causes().contains(CODE) && !finding.item().equals(DocumentRef.D6_1.id());
    }

    private static Finding prerequisites(NodeAilment down) {
        List<ServiceName> needed = ServiceOrder.PRESENCE_ENGINE_PREREQUISITES;
        List<ServiceStatus> symptoms = down.besides(needed);
        String summary = "On " + down.node() + " Presence Engine does not run because services that it needs do not: "
                + NodeAilment.listed(down.among(needed)) + ". Start those first." + down.waiting(symptoms);
        return down.draft("PRESENCE_ENGINE_PREREQUISITES_DOWN", DocumentRef.D6_1, Severity.ERROR, summary, symptoms)
                .runbook("presence-engine-prerequisites")
                .finding();
    }

    private static List<Finding> byItself(ClusterFacts facts, List<NodeAilment> down) {
        if (down.size() > 1) {
            return List.of(onBothNodes(down));
        }
        boolean defect = facts.known(Topic.VERSION).stream()
                .map(fact -> fact.value())
                .map(InstalledVersion::version)
                .anyMatch(PresenceEngineDown::isAffected);
        return down.stream().map(found -> alone(found, defect)).toList();
    }

    private static boolean isAffected(Version version) {
        return version.major() == 12 && version.minor() == 5;
    }

    private static Finding onBothNodes(List<NodeAilment> down) {
        Draft draft = Draft.of(
                "PRESENCE_ENGINE_DOWN_ON_BOTH_NODES",
                DocumentRef.D6_2,
                Severity.CRITICAL,
                "Presence Engine runs on no node of the group, as after a node has joined it: with high availability off,"
                        + " restart SIP Proxy and then Presence Engine, on the publisher first.");
        down.forEach(found -> draft.evidence(found.services().evidence(found.rows())));
        return draft.runbook("presence-engine-outside-group")
                .causes(List.of(CODE))
                .finding();
    }

    private static Finding alone(NodeAilment found, boolean defect) {
        boolean only = found.all().onlyEngineDown();
        String summary = "On " + found.node() + " " + (only ? "everything runs but " : "this does not run by itself: ")
                + found.listed() + "."
                + (defect ? " On version 12.5 a known defect is very likely where its runbook does not help." : "");
        DocumentRef item = defect ? DocumentRef.D6_5 : DocumentRef.D6_4;
        Draft draft = Draft.of(CODE, item, Severity.ERROR, summary)
                .evidence(found.services().evidence(found.rows()))
                .runbook("presence-engine-alone-down");
        return (defect ? draft.defect(DefectId.PRESENCE_ENGINE) : draft).finding();
    }

    private static Stream<Undetermined> missing(ClusterFacts facts) {
        return Stream.of(Topic.HIGH_AVAILABILITY, Topic.ENTERPRISE_NODES, Topic.VERSION)
                .filter(topic -> facts.known(topic).isEmpty())
                .map(topic -> new Undetermined(
                        null,
                        topic.name(),
                        "Without it the cause of Presence Engine's state cannot be told for sure."));
    }
}
