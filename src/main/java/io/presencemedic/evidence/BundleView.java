package io.presencemedic.evidence;

import io.presencemedic.evidence.folder.ArchiveInfo;
import io.presencemedic.evidence.folder.ItemRecord;
import io.presencemedic.job.log.JobFailure;
import io.presencemedic.job.log.JobState;
import io.presencemedic.job.log.LineOutcome;
import io.presencemedic.job.view.JobReport;
import io.presencemedic.job.view.JobSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A bundle as callers see it.
 *
 * @param id its id, which is also that of the job that collects it
 * @param state of that job; the archive is there once it SUCCEEDED
 * @param job the job that it was made for; null where none was named
 * @param progress how many of its items are done
 * @param items what the document wants, node by node
 * @param size bytes of the archive; null while there is none
 * @param sha256 of the archive, in hexadecimal
 * @param files how many files were collected
 * @param notAvailable how many things the document wants and the archive does not hold; the manifest has the reasons
 * @param parts how many parts a download has, by the max-part-size of the request; 1 without one
 * @param content where the archive can be downloaded
 * @param expiresAt when it is removed
 */
@Schema(name = "Bundle")
@Value.Builder
record BundleView(
        UUID id,
        String cluster,
        BundleKind kind,
        JobState state,
        @Nullable UUID job,
        @Nullable IncidentView incident,
        boolean pseudonyms,
        Progress progress,
        List<ItemView> items,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable Integer files,
        @Nullable Integer notAvailable,
        @Nullable Integer parts,
        @Nullable String content,
        @Nullable JobFailure failure,
        String requestedBy,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {
    static final String PATH = "/api/v1/bundles/";

    /** The time of the incident, as it was named. */
    @Schema(name = "BundleIncident")
    record IncidentView(String from, @Nullable String to) {}

    /** How far collecting has come. */
    @Schema(name = "BundleProgress")
    record Progress(int done, int total) {}

    /** Where an item stands. */
    @Schema(name = "BundleItemState")
    enum ItemState {
        PENDING,
        COLLECTING,
        COLLECTED,
        PARTLY,
        NOT_AVAILABLE
    }

    /**
     * An item.
     *
     * @param item the command or log, in the document's words
     * @param files how many files it gave
     * @param why what became of it, for a person
     */
    @Schema(name = "BundleItem")
    record ItemView(String node, String item, ItemState state, int files, String why) {
        static ItemView of(JobReport.Line line, String item, Optional<ItemRecord> record) {
            return record.map(done -> new ItemView(
                            done.node(), done.item(), state(done), done.files().size(), done.words()))
                    .orElseGet(() -> new ItemView(line.target(), item, state(line), 0, line.why()));
        }

        private static ItemState state(ItemRecord done) {
            if (done.lacksNothing()) {
                return ItemState.COLLECTED;
            }
            return done.files().isEmpty() ? ItemState.NOT_AVAILABLE : ItemState.PARTLY;
        }

        private static ItemState state(JobReport.Line line) {
            LineOutcome outcome = line.outcome();
            if (outcome != null) {
                return ItemState.NOT_AVAILABLE;
            }
            return line.startedAt() == null ? ItemState.PENDING : ItemState.COLLECTING;
        }
    }

    /** A bundle that was just asked for: nothing is planned yet. */
    static BundleView begun(JobSummary job, BundleRequest request) {
        BundleRequest.Incident incident = request.incident();
        return begun(job)
                .kind(request.kind())
                .job(request.job())
                .incident(
                        incident == null
                                ? null
                                : new IncidentView(
                                        incident.from().toInstant().toString(),
                                        incident.to() == null
                                                ? null
                                                : incident.to().toInstant().toString()))
                .pseudonyms(Boolean.TRUE.equals(request.pseudonyms()))
                .progress(new Progress(0, 0))
                .items(List.of())
                .build();
    }

    private static BundleViewBuilder begun(JobSummary job) {
        return new BundleViewBuilder()
                .id(job.id())
                .cluster(job.cluster())
                .state(job.state())
                .failure(job.failure())
                .requestedBy(job.requestedBy())
                .reason(job.reason())
                .ticket(job.ticket())
                .createdAt(job.createdAt())
                .startedAt(job.startedAt())
                .finishedAt(job.finishedAt());
    }

    /**
     * Puts a view together.
     *
     * @param archive the archive; null while there is none
     */
    static BundleView of(
            JobReport job,
            BundleKind kind,
            List<ItemView> items,
            @Nullable ArchiveInfo archive,
            @Nullable Integer parts) {
        String from = text(job, BundleRequest.FROM);
        String named = text(job, BundleRequest.JOB);
        int done = (int) items.stream()
                .filter(item -> item.state() != ItemState.PENDING && item.state() != ItemState.COLLECTING)
                .count();
        BundleViewBuilder view = begun(job.summary())
                .kind(kind)
                .job(named == null ? null : UUID.fromString(named))
                .incident(from == null ? null : new IncidentView(from, text(job, BundleRequest.TO)))
                .pseudonyms(job.parameters().path(BundleRequest.PSEUDONYMS).asBoolean(false))
                .progress(new Progress(done, items.size()))
                .items(items);
        return archive == null
                ? view.build()
                : view.size(archive.size())
                        .sha256(archive.sha256())
                        .files(archive.files())
                        .notAvailable(archive.notAvailable())
                        .parts(parts)
                        .content(PATH + job.id() + "/content")
                        .expiresAt(archive.expiresAt())
                        .build();
    }

    private static @Nullable String text(JobReport job, String parameter) {
        return job.parameters().path(parameter).textValue();
    }
}
