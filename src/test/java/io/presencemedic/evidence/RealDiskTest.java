package io.presencemedic.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.presencemedic.BesideTheService;
import io.presencemedic.InstalledTool;
import io.presencemedic.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full and that cannot be written, as Linux has them: mounted for one process, without root. */
@BesideTheService
class RealDiskTest {
    private static final String NEEDED = "Linux that lets its users make namespaces (unshare --map-root-user --mount)";
    private static final String MOUNTED = """
            set -e
            mkdir full read-only
            mount -t tmpfs -o size=256k tmpfs full
            mount -t tmpfs -o size=4m tmpfs read-only
            mount -o remount,ro read-only
            exec "$@"
            """;

    @TempDir
    Path folder;

    @Test
    void aDiskThatIsFullAndOneThatIsReadOnlyAreCalledSoInOneLineEach() throws Exception {
        requireNamespaces();
        Path full = folder.toRealPath().resolve("full");
        Path readOnly = folder.toRealPath().resolve("read-only");
        String said = InstalledTool.run(
                NEEDED,
                folder,
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                MOUNTED,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OneLargeItem.class.getName(),
                full.toString(),
                readOnly.toString());
        List<String> lines =
                said.lines().filter(line -> line.startsWith("EVIDENCE_")).toList();
        assertThat(lines).as(said).hasSize(2);
        assertThat(lines.get(0))
                .startsWith("EVIDENCE_STORE_FULL ")
                .contains(full.toString(), "is nearly full", "medic.evidence.min-free-space");
        assertThat(lines.get(1))
                .startsWith("EVIDENCE_NOT_WRITTEN the bundle cannot be kept: ")
                .contains("Read-only file system", "medic.evidence.dir")
                .doesNotContain("Exception");
    }

    private void requireNamespaces() throws Exception {
        boolean given = Files.exists(Path.of("/proc/self/ns/user"))
                && Tool.run(folder, "unshare", "--map-root-user", "--mount", "true") == 0;
        // No installation gives them to a machine that forbids them; the report says what was left out.
        assumeTrue(given, NEEDED);
    }
}
