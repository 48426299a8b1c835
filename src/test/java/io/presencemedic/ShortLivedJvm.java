package io.presencemedic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start other processes of Java. */
public final class ShortLivedJvm {
    /** Has each class verified, which is a fifth of what a start of the service costs. */
    static final String VERIFYING = "-XX:+BytecodeVerificationRemote";

    private ShortLivedJvm() {}

    /** The command that starts the packaged jar; options of the JVM stand in front of {@code -jar}. */
    public static List<String> command(List<String> options) {
        List<String> command = java(options);
        command.addAll(List.of("-jar", System.getProperty("medic.jar", "target/quarkus-app/quarkus-run.jar")));
        return command;
    }

    /** The command that starts a class of the tests' class path; its arguments may follow. */
    public static List<String> command(Class<?> main, List<String> options) {
        List<String> command = java(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for seconds: what the second compiler and a second thread of the collector would save comes too
        // late.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        // Diagnostic where a JDK says so; the classes are verified once, by StartIT.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"));
        command.addAll(options);
        return command;
    }
}
