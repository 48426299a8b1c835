package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.runbook.Hold;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A diagnosis, and how a cluster stands, as a person reads it. */
final class DiagnosisText {
    private DiagnosisText() {}

    static String of(DiagnosisView view) {
        StringBuilder text = new StringBuilder("diagnosis %s of %s: %s%s\n"
                .formatted(
                        view.id(), view.cluster(), view.state(), view.outcome() == null ? "" : ", " + view.outcome()));
        if (view.failure() != null) {
            text.append(
                    "%s: %s\n".formatted(view.failure().code(), view.failure().detail()));
        }
        if (view.outcome() == null) {
            return text.toString();
        }
        text.append("the nodes were asked at ").append(view.madeAt()).append("\n\n");
        standing(text, known(view.services()), known(view.highAvailability()), known(view.replication()));
        FindingText.section(
                text,
                "Findings",
                known(view.findings()).stream().map(finding -> FindingText.of(finding, DiagnosisText::place)));
        FindingText.section(
                text, "Not determined", known(view.undetermined()).stream().map(FindingText::of));
        return text.append(compared(view.compared())).toString();
    }

    static String of(StatusView view) {
        StringBuilder text = new StringBuilder(view.cluster()).append(": ");
        text.append(
                view.asOf() == null
                        ? "not diagnosed yet; POST /api/v1/clusters/" + view.cluster() + "/diagnoses does it\n\n"
                        : "%s as of %s, diagnosis %s\n\n".formatted(view.outcome(), view.asOf(), view.diagnosis()));
        if (view.asOf() != null) {
            standing(text, view.services(), view.highAvailability(), view.replication());
        }
        FindingText.section(text, "Held off by jobs", view.heldOff().stream().map(DiagnosisText::held));
        return text.toString();
    }

    private static <T> List<T> known(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static void standing(
            StringBuilder text,
            List<ServicesOfNode> services,
            List<ClusterStatus.GroupStatus> groups,
            List<ClusterStatus.ReplicationStatus> replication) {
        text.append(new ServiceTable(services).text()).append('\n');
        groups.forEach(group -> text.append(group(group)));
        String words = replication.stream()
                .map(node -> node.name() + " " + node.words())
                .collect(Collectors.joining(", "));
        text.append("replication: ").append(words).append("\n\n");
    }

    private static String group(ClusterStatus.GroupStatus group) {
        String nodes = group.nodes().stream()
                .map(node ->
                        node.name() + " " + node.state() + (node.reason() == null ? "" : " (" + node.reason() + ")"))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        "high availability of " + group.name() + ": " + word(group.configured()) + " in CUCM",
                        word(group.enabled()) + " on the nodes",
                        nodes)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "", "\n"));
    }

    private static String word(@Nullable Boolean on) {
        return on == null ? "not known" : on ? "on" : "OFF";
    }

    private static String held(StatusView.HeldOffView held) {
        return "  %s, by job %s since %s\n"
                .formatted(new Hold(held.kind(), held.subject()).words(), held.job(), held.since());
    }

    private static String place(Evidence evidence) {
        String node = evidence.node() == null ? "" : evidence.node() + "> ";
        return node + evidence.command() + (evidence.line() == 0 ? "" : ", line " + evidence.line());
    }

    private static String compared(@Nullable Comparison comparison) {
        return comparison == null
                ? ""
                : "since the diagnosis before (%s): new %s; gone %s; unchanged %s\n"
                        .formatted(
                                comparison.with(),
                                names(comparison.added()),
                                names(comparison.gone()),
                                names(comparison.unchanged()));
    }

    private static String names(List<Comparison.FindingName> findings) {
        return findings.isEmpty()
                ? "none"
                : findings.stream()
                        .map(which -> which.code() + (which.node() == null ? "" : " on " + which.node()))
                        .collect(Collectors.joining(", "));
    }
}
