package io.presencemedic.evidence;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.evidence.Manifest.Absent;
import io.presencemedic.evidence.collect.DiagnosisSnapshot;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.ItemRecord;
import io.presencemedic.job.view.JobReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a bundle when it is packed.
 *
 * @param own the job that collects it
 * @param subject the job that it tells of: the one it was made for, the last one that worked on the cluster, or its own
 * @param snapshot how the cluster was found; empty where that was not seen
 */
record BundleContents(
        BundleKind kind, Cluster cluster, JobReport own, JobReport subject, Optional<DiagnosisSnapshot> snapshot) {

    /** Whether it was made for another job. */
    boolean isOfAnotherJob() {
        return !own.id().equals(subject.id());
    }

    /** What should be there and is not: what items noted, and items of which there is no record at all. */
    List<Absent> absent(BundleDirectory folder) {
        List<Absent> absent = new ArrayList<>();
        for (JobReport.Line line : own.lines()) {
            String wanted = line.collects();
            if (wanted == null) {
                continue;
            }
            Optional<ItemRecord> item = folder.item(line.step(), line.target());
            item.ifPresent(done -> done.missing().forEach(missing -> absent.add(Absent.of(done, missing))));
            if (item.isEmpty()) {
                absent.add(lost(line, wanted));
            }
        }
        return absent;
    }

    private static Absent lost(JobReport.Line line, String item) {
        String why =
                "it was not found again (all replicas must share medic.evidence.dir); its line says: " + line.why();
        return new Absent(line.target(), item, item, "EVIDENCE_NOT_KEPT", why);
    }
}
