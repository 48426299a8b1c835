package io.presencemedic.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a command says it has left on the node, by the words with which the platform offers them. */
final class LeftFiles {
    private static final String ACTIVE_LOG = "/var/log/active/";
    private static final int MOST = 20;
    private static final List<Pattern> OFFERS = List.of(
            Pattern.compile("(?i)\\bfile (?:get|view) activelog (?<path>\\S+)"),
            Pattern.compile("(?i)\\boutput is in (?:the )?(?:file )?:?\\s*(?<path>\\S+)"));

    private LeftFiles() {}

    /** The files' paths from the root, each once, in the order in which they are named. */
    static List<String> in(String answer) {
        Set<String> paths = new LinkedHashSet<>();
        for (String line : answer.split("\\R")) {
            for (Pattern offer : OFFERS) {
                Matcher named = offer.matcher(line);
                while (named.find() && paths.size() < MOST) {
                    add(paths, named.group("path"));
                }
            }
        }
        return new ArrayList<>(paths);
    }

    private static void add(Set<String> paths, String named) {
        String path = named.replaceAll("^[\"'<]+|[\"'>.,;:]+$", "");
        boolean isFile = path.matches("[\\x21-\\x7E]{1,1000}") && !path.matches(".*[*?].*|.*/|.*\\.\\.(/.*)?");
        if (isFile) {
            paths.add(path.startsWith("/var/log/") ? path : ACTIVE_LOG + path.replaceFirst("^/+", ""));
        }
    }
}
