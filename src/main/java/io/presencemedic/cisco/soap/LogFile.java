package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A log file that lies on a node.
 *
 * @param node the node's name as the cluster spells it; null where the answer did not say
 * @param log the log to which it belongs, in the node's spelling; null where the answer did not say
 * @param name the name without folders
 * @param path the path from the root, by which it is fetched
 * @param size in bytes at the time of the listing, 0 or more; null where the node did not say. A file that is still
 *     written to may be longer when it is fetched
 * @param modified when it was written last, as the node's clock and locale print it; null where the node did not say
 */
public record LogFile(
        @Nullable String node,
        @Nullable String log,
        String name,
        String path,
        @Nullable Long size,
        @Nullable String modified) {
    /** The platform lists the files of either kind of log under either name. */
    private static final Set<String> LOGS = Set.of("ServiceLogs", "SystemLogs");

    /** Reads the files of one log. */
    static void readAll(@Nullable String node, Element log, List<LogFile> files) throws Unreadable {
        if (!LOGS.contains(log.name())) {
            throw log.unreadable("it is no list of log files");
        }
        for (Element set : log.all("SetOfFiles")) {
            for (Element file : set.all("File")) {
                if (!file.children().isEmpty()) {
                    files.add(read(node, log.textOf("name"), file));
                }
            }
        }
    }

    private static LogFile read(@Nullable String node, @Nullable String log, Element file) throws Unreadable {
        String path = file.requiredText("absolutepath");
        if (!path.startsWith("/") || path.endsWith("/")) {
            throw file.unreadable("\"" + path + "\" is no path from the root to a file");
        }
        String name = file.textOf("name") == null ? file.textOf("filename") : file.textOf("name");
        return new LogFile(
                node,
                log,
                name == null ? path.substring(path.lastIndexOf('/') + 1) : name,
                path,
                size(file),
                file.textOf("modifiedDate"));
    }

    private static @Nullable Long size(Element file) throws Unreadable {
        String text = file.textOf("filesize");
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw file.unreadable("\"" + text + "\" is no size in bytes");
        }
        return Long.valueOf(text);
    }
}
