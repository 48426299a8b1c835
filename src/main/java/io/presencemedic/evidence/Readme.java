package io.presencemedic.evidence;

import io.presencemedic.cluster.Node;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.evidence.Manifest.Absent;
import io.presencemedic.evidence.collect.DiagnosisSnapshot;
import io.presencemedic.job.view.JobReport;
import io.presencemedic.job.view.JobSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first page of a bundle, for an engineer who knows nothing of this service. */
final class Readme {
    private final StringBuilder text = new StringBuilder();
    private final BundleContents contents;

    private Readme(BundleContents contents) {
        this.contents = contents;
    }

    /** The page. */
    static String of(BundleContents contents, List<Absent> absent) {
        Readme page = new Readme(contents);
        page.heading();
        page.nodes();
        page.findings();
        page.timeline();
        page.absent(absent);
        page.tableOfContents();
        return page.text.toString();
    }

    private void heading() {
        JobSummary own = contents.own().summary();
        line(
                "Evidence for TAC: %s (%s)",
                contents.kind().id(), contents.kind().section().title());
        line("");
        line("Fault    %s", contents.kind().section().title());
        line("Impact   %s", contents.kind().impact());
        line(
                "Cluster  %s (%s)",
                contents.cluster().displayName(), contents.cluster().id());
        line("Bundle   %s, begun %s UTC", own.id(), moment(own.createdAt()));
        contents.own()
                .parameters()
                .properties()
                .forEach(parameter -> line(
                        "         %s: %s",
                        parameter.getKey(), parameter.getValue().asText()));
        if (own.reason() != null) {
            line("Reason   %s", own.reason());
        }
        if (own.ticket() != null) {
            line("Ticket   %s", own.ticket());
        }
        line("");
    }

    private void nodes() {
        Map<String, String> versions =
                contents.snapshot().map(DiagnosisSnapshot::versions).orElse(Map.of());
        line("Nodes");
        for (Node node : contents.cluster().nodes()) {
            line("  %-20s %-16s %s", node.name(), node.role(), versions.getOrDefault(node.name(), "version not known"));
        }
        line("");
    }

    private void findings() {
        line("Findings");
        List<Finding> found =
                contents.snapshot().map(DiagnosisSnapshot::findings).orElse(List.of());
        for (Finding finding : found) {
            line("  %s %s (%s): %s", finding.severity(), finding.code(), finding.item(), finding.summary());
            finding.evidence().stream()
                    .limit(5)
                    .forEach(proof -> line(
                            "      %s> %s: %s",
                            proof.node(), proof.command(), proof.text().strip()));
            finding.defects().forEach(defect -> line("      known defect %s %s", defect.id(), defect.link()));
        }
        if (found.isEmpty()) {
            line(contents.snapshot().isPresent() ? "  none" : "  the cluster was not examined");
        }
        contents.snapshot()
                .map(DiagnosisSnapshot::undetermined)
                .orElse(List.of())
                .forEach(missing ->
                        line("  not determined: %s %s: %s", missing.node(), missing.fact(), missing.reason()));
        line("");
    }

    private void timeline() {
        JobSummary job = contents.subject().summary();
        if (!contents.isOfAnotherJob()) {
            line("What was done: nothing by this service but collecting.");
            line("");
            return;
        }
        line("What was done (job %s, %s, %s; times are UTC)", job.id(), job.runbook(), job.state());
        line("  %s  asked for by %s", moment(job.createdAt()), job.requestedBy());
        for (JobReport.Line line : contents.subject().lines()) {
            if (line.startedAt() != null) {
                line(
                        "  %s  %d %s %s: %s: %s",
                        moment(line.startedAt()),
                        line.number(),
                        line.step(),
                        line.target(),
                        String.valueOf(line.outcome()),
                        line.why());
            }
        }
        if (job.failure() != null) {
            line(
                    "  %s  %s: %s",
                    moment(job.finishedAt()),
                    job.failure().code(),
                    job.failure().detail());
        }
        line("");
    }

    private void absent(List<Absent> absent) {
        line("Not available");
        for (Absent missing : absent) {
            String what =
                    missing.what().startsWith(missing.item()) ? missing.what() : missing.item() + ", " + missing.what();
            line("  %s: %s: %s", missing.node(), what, missing.reason());
        }
        if (absent.isEmpty()) {
            line("  nothing: all that the document names is here");
        }
        line("");
    }

    private void tableOfContents() {
        line("Contents");
        line("  manifest.json         every file with its origin, size, SHA-256, time and number of masked secrets");
        line("  SHA256SUMS            for sha256sum -c");
        line("  findings.json         what is wrong, with the lines on which it rests");
        line("  cli/<node>/           outputs of the command line, and files that commands left on the node");
        line("  logs/<node>/<log>/    logs and traces");
        line("  before/<node>/        outputs before the first change, where a job changed something");
        line("  job/                  report, events and transcripts of the job");
        line("");
        line(
                "Passwords, secrets, keys and tokens are masked in all files. Times of this service are UTC; times inside");
        line("outputs and logs are those of the nodes.");
    }

    private void line(String form, @Nullable Object... values) {
        text.append(values.length == 0 ? form : form.formatted(values)).append('\n');
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "-" : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
