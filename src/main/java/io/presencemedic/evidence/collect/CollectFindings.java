package io.presencemedic.evidence.collect;

import io.presencemedic.cisco.InstalledVersion;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.diagnosis.collect.FactCollector;
import io.presencemedic.diagnosis.fact.ClusterFacts;
import io.presencemedic.diagnosis.fact.FactKey;
import io.presencemedic.diagnosis.fact.NodeFacts;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DurableFile;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Diagnoses the cluster, so that the bundle says what was found. */
public record CollectFindings(Cluster cluster, BundleDirectories folders) implements Step {
    /** The name of the step. */
    private static final String STEP = "collect-findings";

    private static final Duration EXAMINATION = Duration.ofMinutes(10);

    @Override
    public String name() {
        return STEP;
    }

    @Override
    public String target() {
        return cluster.id();
    }

    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Optional<UUID> job = look.job();
        if (job.isEmpty()) {
            return new Decision.Done("would be diagnosed");
        }
        BundleDirectory folder = folders.of(job.get());
        try {
            Optional<DiagnosisSnapshot> known = folder.note(DiagnosisSnapshot.NOTE, DiagnosisSnapshot.class);
            return done(known.isPresent() ? known.get() : examine(look, folder));
        } catch (IOException e) {
            return folders.notKept(job.get(), e);
        } catch (UncheckedIOException e) {
            return folders.notKept(job.get(), DurableFile.cause(e));
        }
    }

    private static DiagnosisSnapshot examine(ClusterReader look, BundleDirectory folder)
            throws LinkException, IOException {
        DiagnosisSnapshot snapshot = snapshot(FactCollector.collect(look, EXAMINATION), folder.now());
        folder.note(DiagnosisSnapshot.NOTE, snapshot);
        return snapshot;
    }

    private static DiagnosisSnapshot snapshot(ClusterFacts facts, Instant at) {
        Verdict verdict = Rules.look(facts);
        Map<String, String> versions = new TreeMap<>();
        for (NodeFacts node : facts.nodes()) {
            node.known(FactKey.VERSION)
                    .ifPresent(version -> versions.put(node.name().orElse(""), text(version.value())));
        }
        return new DiagnosisSnapshot(at, versions, verdict.findings(), verdict.undetermined());
    }

    private static String text(InstalledVersion installed) {
        return installed.version()
                + (installed.options().isEmpty() ? "" : " with " + String.join(", ", installed.options()));
    }

    private static Decision done(DiagnosisSnapshot snapshot) {
        int findings = snapshot.findings().size();
        return new Decision.Done(findings == 1 ? "1 finding" : findings + " findings");
    }
}
