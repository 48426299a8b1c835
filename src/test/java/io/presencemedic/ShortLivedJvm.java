package io.presencemedic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the packaged jar is started by tests. */
public final class ShortLivedJvm {
    private ShortLivedJvm() {}

    /** The command, of which options of the JVM may follow in front of {@code -jar}. */
    public static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for seconds: what the second compiler and a second thread of the collector would save comes too
        // late.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("medic.jar", "target/quarkus-app/quarkus-run.jar")));
        return command;
    }
}
