package io.presencemedic.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.evidence.folder.FileRecord;
import io.presencemedic.evidence.folder.FileRecord.Origin;
import io.presencemedic.evidence.folder.ItemRecord;
import io.presencemedic.evidence.folder.ItemRecord.Missing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is in an archive, and what should be and is not.
 *
 * @param bundle the bundle's id
 * @param cluster the cluster's id
 * @param job the job that the bundle tells of
 * @param from begin of the incident; null where none was named
 * @param to its end; null where none was named
 * @param pseudonyms whether user names and addresses are pseudonyms
 * @param masked how many secrets were masked in all files
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Value.Builder
record Manifest(
        UUID bundle,
        BundleKind kind,
        String cluster,
        UUID job,
        @Nullable String from,
        @Nullable String to,
        boolean pseudonyms,
        Instant createdAt,
        long masked,
        List<Entry> files,
        List<Absent> notAvailable) {
    /** A file; its members are those of {@link FileRecord} and {@link Origin}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Value.Builder
    record Entry(
            String path,
            long size,
            String sha256,
            @Nullable String node,
            @Nullable String command,
            @Nullable String log,
            @Nullable String source,
            @Nullable String modified,
            Instant collectedAt,
            String clock,
            long masked,
            @Nullable Long renamed,
            @Nullable Integer leftOut,
            @Nullable Boolean cutShort) {
        static Entry of(FileRecord file) {
            EntryBuilder entry = new EntryBuilder()
                    .path(file.path())
                    .size(file.size())
                    .sha256(file.sha256())
                    .collectedAt(file.collectedAt())
                    .clock(file.clock())
                    .masked(file.masked())
                    .renamed(file.renamed() == 0 ? null : file.renamed())
                    .leftOut(file.leftOut() == 0 ? null : file.leftOut())
                    .cutShort(file.cutShort() ? true : null);
            Origin origin = file.origin();
            return origin == null
                    ? entry.build()
                    : entry.node(origin.node())
                            .command(origin.command())
                            .log(origin.log())
                            .source(origin.source())
                            .modified(origin.modified())
                            .build();
        }
    }

    /**
     * Something that the document wants and that is not there.
     *
     * @param item the command or log, in the document's words
     * @param what the part of it that is not there, or the item itself
     */
    record Absent(String node, String item, String what, String code, String reason) {
        static Absent of(ItemRecord item, Missing missing) {
            return new Absent(item.node(), item.item(), missing.what(), missing.code(), missing.reason());
        }
    }

    /** In the form that {@code sha256sum -c} reads; the manifest's own sum has to be added. */
    String sums() {
        return files.stream().map(file -> sum(file.sha256(), file.path())).collect(Collectors.joining());
    }

    static String sum(String sha256, String path) {
        return sha256 + "  " + path + "\n";
    }
}
