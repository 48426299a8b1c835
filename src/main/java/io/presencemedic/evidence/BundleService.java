package io.presencemedic.evidence;

import io.presencemedic.access.grant.ReadScope;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.database.Blocking;
import io.presencemedic.evidence.BundleView.ItemView;
import io.presencemedic.evidence.folder.ArchiveInfo;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DurableFile;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.presencemedic.job.JobReports;
import io.presencemedic.job.view.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bundles, to look at, to take and to throw away. Blocking. */
@ApplicationScoped
class BundleService {
    private static final Duration READY_RETRY = Duration.ofSeconds(10);

    private final JobReports jobs;
    private final BundleRepository store;
    private final BundleDirectories folders;

    BundleService(JobReports jobs, BundleRepository store, BundleDirectories folders) {
        this.jobs = jobs;
        this.store = store;
        this.folders = folders;
    }

    /**
     * A bundle.
     *
     * @param limit bytes of a part of its download; null for one part
     * @throws io.presencemedic.http.ProblemException 404 where there is none
     */
    BundleView find(UUID id, @Nullable Long limit) {
        if (!Blocking.await(store.exists(id))) {
            throw unknown(id);
        }
        JobReport job = jobs.find(id).orElseThrow(() -> unknown(id));
        return view(job, Blocking.await(store.packed(id)).orElse(null), limit);
    }

    /** Bundles of a cluster that somebody may read, newest first. */
    Page<BundleView> list(String cluster, ReadScope readable, PageRequest page) {
        List<String> runbooks = BundleKind.runbooks().stream()
                .filter(runbook -> readable.includes(cluster, runbook))
                .toList();
        UUID before = page.after().map(BundleService::cursor).orElse(null);
        List<UUID> ids = Blocking.await(store.list(cluster, runbooks, before, page.limit() + 1));
        Page<UUID> part = Page.of(ids, page, UUID::toString);
        if (part.items().isEmpty()) {
            return part.map(id -> find(id, null));
        }
        Map<UUID, JobReport> found = jobs.find(part.items());
        Map<UUID, ArchiveInfo> archives = Blocking.await(store.packed(part.items()));
        return part.map(id -> view(Objects.requireNonNull(found.get(id)), archives.get(id), null));
    }

    private BundleView view(JobReport job, @Nullable ArchiveInfo archive, @Nullable Long limit) {
        BundleDirectory folder = folders.of(job.id());
        try {
            return BundleView.of(
                    job,
                    BundleKind.ofRunbook(job.summary().runbook()).orElseThrow(),
                    items(job, folder),
                    archive,
                    archive == null || limit == null ? Integer.valueOf(1) : parts(folder, limit));
        } catch (IOException e) {
            throw notRead(e);
        } catch (UncheckedIOException e) {
            throw notRead(DurableFile.cause(e));
        }
    }

    private static @Nullable Integer parts(BundleDirectory folder, long limit) throws IOException {
        return Files.exists(folder.archive())
                ? ZipSplitter.of(folder.archive(), limit).count()
                : null;
    }

    private static List<ItemView> items(JobReport job, BundleDirectory folder) {
        return job.lines().stream()
                .filter(line -> line.collects() != null)
                .map(line -> ItemView.of(
                        line, Objects.requireNonNull(line.collects()), folder.item(line.step(), line.target())))
                .toList();
    }

    private ProblemException notRead(IOException why) {
        return folders.failure(why).problem("What is known of the bundle could not be read");
    }

    /**
     * The archive of a bundle.
     *
     * @throws io.presencemedic.http.ProblemException 404 where there is no such bundle, 409 while it is not packed or
     *     where that failed, 503 where its file is on another replica's disk
     */
    Path archive(BundleView bundle) {
        if (bundle.size() == null) {
            throw bundle.state().isFinal() ? neverPacked(bundle) : notReady(bundle);
        }
        Path archive = folders.of(bundle.id()).archive();
        if (!Files.exists(archive)) {
            throw Problem.of(
                            503,
                            "BUNDLE_ELSEWHERE",
                            "The archive is not on this replica's disk. All replicas must share medic.evidence.dir.")
                    .exception();
        }
        return archive;
    }

    /**
     * Throws a bundle away at the wish of whoever sent the request that is being answered.
     *
     * @throws io.presencemedic.http.ProblemException 404 where there is none, 409 while it is collected
     */
    void remove(UUID id) {
        BundleView bundle = find(id, null);
        if (!bundle.state().isFinal()) {
            throw Problem.of(
                            409,
                            "BUNDLE_LIVE",
                            "The bundle is being collected. Wait for it, or cancel it by POST /api/v1/jobs/" + id
                                    + "/cancel.")
                    .retryAfter(READY_RETRY)
                    .exception();
        }
        try {
            folders.of(id).delete();
        } catch (IOException e) {
            throw folders.failure(e).problem("The bundle was not removed");
        }
        AuditEntry entry =
                AuditEntry.of("bundle.delete").cluster(bundle.cluster()).job(id).target(BundleView.PATH + id);
        Blocking.await(store.removed(id, folders.now(), CurrentActor.get(), entry));
    }

    /**
     * Removes the files of a bundle whose time is over and remembers that it is gone; the job stays in the log.
     *
     * @throws IOException where the files cannot be removed; then it is not gone, and may be removed again
     */
    void discard(UUID id) throws IOException {
        folders.of(id).delete();
        Blocking.await(store.removed(id, folders.now()));
    }

    private static RuntimeException notReady(BundleView bundle) {
        return Problem.of(
                        409,
                        "BUNDLE_NOT_READY",
                        "The bundle is being collected: " + bundle.progress().done() + " of "
                                + bundle.progress().total() + " items are done.")
                .retryAfter(READY_RETRY)
                .exception();
    }

    private static RuntimeException neverPacked(BundleView bundle) {
        String why = bundle.failure() == null
                ? "the job ended " + bundle.state()
                : bundle.failure().detail();
        return Problem.of(409, "BUNDLE_NOT_PACKED", "The bundle has no archive: " + why + " Ask for a new one.")
                .exception();
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.of(404, "BUNDLE_UNKNOWN", "There is no bundle " + id + ", or it was removed or has expired.")
                .exception();
    }

    private static UUID cursor(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw PageRequest.unknown();
        }
    }
}
