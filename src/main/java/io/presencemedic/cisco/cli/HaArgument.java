package io.presencemedic.cisco.cli;

import java.time.Duration;
import java.util.regex.Pattern;

/** What the commands that ask the Server Recovery Manager for something have in common. */
final class HaArgument {
    /** The platform answers once the request is taken, or the services were restarted. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Pattern NODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,253}");
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()&+-]{0,127}");

    private HaArgument() {}

    /** Only what can be a host's name or address is sent to a node. */
    static void checkNode(String node) {
        if (!NODE.matcher(node).matches()) {
            throw new IllegalArgumentException("Not the name of a node: " + node);
        }
    }

    /** Only what can be a group's name is sent to a node; the platform takes question marks and tabs for its own. */
    static void checkGroup(String group) {
        if (!GROUP.matcher(group).matches()) {
            throw new IllegalArgumentException("Not the name of a redundancy group: " + group);
        }
    }
}
