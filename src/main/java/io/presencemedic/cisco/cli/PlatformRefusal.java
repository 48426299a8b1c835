package io.presencemedic.cisco.cli;

import java.util.regex.Pattern;

/** The words with which the platform refuses any command. */
final class PlatformRefusal {
    private static final Pattern WORDS =
            Pattern.compile("(?i)executed command unsuccessfully.*|no valid command entered.*|invalid command.*"
                    + "|control-c pressed.*|(cisco db|service manager) is not running.*");
    private static final Pattern WITHIN =
            Pattern.compile("(?i)aborting operation|another user session is currently configuring");

    private PlatformRefusal() {}

    static boolean is(String line) {
        return WORDS.matcher(line).matches() || WITHIN.matcher(line).find();
    }
}
