package io.presencemedic.cisco.soap;

import org.jspecify.annotations.Nullable;

/**
 * A file of a node that is to be fetched.
 *
 * @param path from the root, such as {@code /var/log/active/epas/trace/cupicsa/log4j/icSyncAgent00000001.log}; a path
 *     that a command's answer names below {@code activelog} is completed
 * @param size bytes that the file has at least, by the node's listing; null where nothing is known
 * @param longest bytes after which it is not taken any further, 1 or more
 */
public record FileRequest(String path, @Nullable Long size, long longest) {
    private static final String ACTIVE_LOG = "/var/log/active/";
    private static final int LONGEST_PATH = 4096;

    public FileRequest {
        path = path.startsWith("/") ? path : ACTIVE_LOG + path;
        SafeXml.clean(path);
        if (path.endsWith("/") || path.length() > LONGEST_PATH || path.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("\"" + path + "\" is no path to a file");
        }
        if (longest < 1) {
            throw new IllegalArgumentException("a file is taken up to 1 byte at least");
        }
    }

    /** A file that a node lists. */
    public static FileRequest of(LogFile file, long longest) {
        return new FileRequest(file.path(), file.size(), longest);
    }

    /** A file of which nothing but its path is known. */
    public static FileRequest of(String path, long longest) {
        return new FileRequest(path, null, longest);
    }
}
