package io.presencemedic.cisco;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a command says it left on its node, such as a report's archive or a dump. */
public final class NamedFiles {
    private static final String ACTIVE_LOG = "/var/log/active/";
    private static final Pattern NAMED =
            Pattern.compile("(?i)\\bfile\\s+(?:get|view|tail|dump)\\s+activelog\\s+\"?(?<path>[^\\s\"]+)"
                    + "|\\boutput\\s+is\\s+in\\s+\"?(?<output>[^\\s\"]+)"
                    + "|(?<full>" + ACTIVE_LOG + "[^\\s\"',;]*\\.[A-Za-z]\\w{0,5}(?:\\.gz)?)(?![\\w/])");

    private NamedFiles() {}

    /** Their paths from the root, each once, in the order in which the answer names them. */
    public static List<String> in(String answer) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher named = NAMED.matcher(answer);
        while (named.find()) {
            String path = full(named).replaceAll("[.,;:'\")]+$", "");
            if (!path.endsWith("/") && !path.contains("*") && !path.matches(".*(?:^|/)\\.\\.(?:/|$).*")) {
                paths.add(path);
            }
        }
        return List.copyOf(paths);
    }

    /** The platform writes paths below the folder of active logs, with and without a stroke in front. */
    private static String full(Matcher named) {
        String path = named.group("full");
        if (path == null) {
            path = named.group("path") == null ? named.group("output") : named.group("path");
        }
        return path.startsWith("/var/log/") ? path : ACTIVE_LOG + path.replaceFirst("^/+", "");
    }
}
