package io.presencemedic.evidence.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.presencemedic.redaction.RedactionResult;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A file of a bundle, as the manifest lists it.
 *
 * @param path in the archive, with slashes
 * @param size in bytes, as it is in the archive
 * @param sha256 of the file as it is in the archive, in hexadecimal
 * @param origin where it comes from; null for what this service wrote itself
 * @param collectedAt when it was collected
 * @param clock whose clock {@code collectedAt} is
 * @param masked how many secrets were masked in it
 * @param renamed how many user names and addresses were replaced by pseudonyms
 * @param leftOut how many binary files were left out, itself or those packed in it
 * @param cutShort whether it is packed and has no proper end, as a file has that is still written to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Value.Builder
public record FileRecord(
        String path,
        long size,
        String sha256,
        @Nullable Origin origin,
        Instant collectedAt,
        String clock,
        long masked,
        long renamed,
        int leftOut,
        boolean cutShort) {
    /** The clock of the process that collects. */
    static final String OWN_CLOCK = "presence-medic";

    static FileRecord of(
            String path,
            DigestingOutputStream measured,
            @Nullable Origin origin,
            Instant at,
            RedactionResult redacted) {
        return new FileRecordBuilder()
                .path(path)
                .size(measured.size())
                .sha256(measured.sha256())
                .origin(origin)
                .collectedAt(at)
                .clock(OWN_CLOCK)
                .masked(redacted.masked())
                .renamed(redacted.pseudonyms())
                .leftOut(redacted.leftOut())
                .cutShort(redacted.cutShort())
                .build();
    }

    /**
     * Where a file comes from.
     *
     * @param node by its name in the inventory
     * @param command the command whose output it is, or that left it on the node; null for a log
     * @param log the log to which it belongs; null for an output
     * @param source path on the node; null for what a command printed
     * @param modified when it was written last, as the node's own clock says; null where that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Value.Builder
    public record Origin(
            String node,
            @Nullable String command,
            @Nullable String log,
            @Nullable String source,
            @Nullable String modified) {
        /** What a command printed. */
        public static Origin printed(String node, String command) {
            return new OriginBuilder().node(node).command(command).build();
        }

        /** A file that a command left on the node. */
        public static Origin left(String node, String command, String path) {
            return new OriginBuilder().node(node).command(command).source(path).build();
        }

        /** A file of a log. */
        public static Origin log(String node, String log, String path, @Nullable String modified) {
            return new OriginBuilder()
                    .node(node)
                    .log(log)
                    .source(path)
                    .modified(modified)
                    .build();
        }

        /** The same with other words, where it quotes what was sent or what a node says. */
        Origin map(UnaryOperator<String> words) {
            return new OriginBuilder()
                    .node(node)
                    .command(command == null ? null : words.apply(command))
                    .log(log == null ? null : words.apply(log))
                    .source(source == null ? null : words.apply(source))
                    .modified(modified)
                    .build();
        }

        /** Whether both mean the same thing on the same node, whatever time it bears. */
        boolean isSame(Origin other) {
            return node.equals(other.node)
                    && Objects.equals(command, other.command)
                    && Objects.equals(log, other.log)
                    && Objects.equals(source, other.source);
        }
    }
}
