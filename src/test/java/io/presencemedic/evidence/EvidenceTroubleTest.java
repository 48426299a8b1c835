package io.presencemedic.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DiskQuota;
import io.presencemedic.evidence.folder.DurableFile;
import io.presencemedic.evidence.folder.EvidenceConfig;
import io.presencemedic.evidence.folder.WriteFailure;
import io.presencemedic.http.Problem;
import io.presencemedic.link.LinkException;
import io.presencemedic.redaction.Redaction;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.Decision;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the evidence cannot be used: one line with a code, and no node is troubled for nothing. */
class EvidenceTroubleTest {
    @TempDir
    Path temporary;

    private Path all;
    private final AtomicLong keptFree = new AtomicLong();
    private EvidenceConfig disk;
    private int asked;

    @BeforeEach
    void place() {
        all = temporary.resolve("evidence");
        disk = new FillingDisk(SmallRoom.unlimited(all), keptFree);
    }

    @Test
    void aFolderThatCannotBeWrittenEndsTheBundleAtItsFirstItem() throws Exception {
        Files.writeString(all, "a file is where the folder should be");
        Decision decision = collect(this::text);
        assertThat(decision).isInstanceOfSatisfying(Decision.Fail.class, failed -> {
            assertThat(failed.code()).isEqualTo("EVIDENCE_NOT_WRITTEN");
            assertThat(failed.why())
                    .startsWith("the bundle cannot be kept: ")
                    .contains(all.toString())
                    .contains("medic.evidence.dir")
                    .doesNotContain("Exception", "\n");
        });
    }

    @Test
    void whatCannotBeReadBackEndsTheBundleBeforeANodeIsAsked() throws Exception {
        Files.createDirectories(all.resolve(OneAnswer.JOB + "/items/" + OneFile.ITEM + ".json"));
        assertThat(collect(this::text)).isInstanceOfSatisfying(Decision.Fail.class, failed -> assertThat(failed.code())
                .isEqualTo("EVIDENCE_NOT_WRITTEN"));
        assertThat(asked).isZero();
    }

    @Test
    void aDiskThatOthersFillMeanwhileIsCalledFull() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a device that is always full");
        Decision decision = collect(out -> {
            keptFree.set(Long.MAX_VALUE);
            try (OutputStream device = new FileOutputStream(full.toFile())) {
                device.write(1);
            }
        });
        assertThat(decision).isInstanceOf(Decision.Done.class);
        assertThat(folders().of(OneAnswer.JOB).items())
                .singleElement()
                .satisfies(item -> assertThat(item.missing()).singleElement().satisfies(missing -> {
                    assertThat(missing.code()).isEqualTo("EVIDENCE_STORE_FULL");
                    assertThat(missing.reason()).contains("the disk of " + all + " is nearly full");
                }));
    }

    @Test
    void anotherFailureOfTheDiskIsQuoted() throws Exception {
        WriteFailure failure = WriteFailure.of(new IOException("Input/output error"), new DiskQuota(all, disk));
        assertThat(failure.code()).isEqualTo("EVIDENCE_NOT_WRITTEN");
        assertThat(failure.reason()).startsWith("Input/output error; check ");
    }

    @Test
    void aRightThatIsMissingIsSaidWithTheFile() {
        Problem problem = WriteFailure.of(new AccessDeniedException("/evidence/x"), new DiskQuota(all, disk))
                .problem("The bundle was not removed")
                .problem();
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("EVIDENCE_NOT_WRITTEN");
        assertThat(problem.detail()).startsWith("The bundle was not removed: /evidence/x must not be read or written;");
    }

    @Test
    void aBundleThatCannotBeRemovedSaysSo() {
        Path kernels = Path.of("/proc/self/fdinfo");
        assumeTrue(Files.isDirectory(kernels), "only Linux has files that nobody can remove");
        BundleDirectory stuck = new BundleDirectory(
                kernels, new DiskQuota(all, disk), Redaction.ofSecrets(), new ObjectMapper(), Clock.systemUTC());
        assertThatThrownBy(stuck::delete).isInstanceOf(IOException.class);
    }

    @Test
    void anItemIsLeftToTheWorkerThatHasTheJobByNow() {
        assertThatThrownBy(() -> collect(out -> {
                    throw new ClaimLost();
                }))
                .isInstanceOf(ClaimLost.class);
        assertThat(folders().of(OneAnswer.JOB).items()).isEmpty();
    }

    private void text(OutputStream out) throws IOException {
        out.write(new byte[] {'o', 'k'});
    }

    private BundleDirectories folders() {
        return OneFile.folders(disk, temporary);
    }

    private Decision collect(DurableFile.Content<LinkException> content) throws LinkException, IOException {
        DurableFile.Content<LinkException> counted = out -> {
            asked++;
            content.writeTo(out);
        };
        return new OneFile(counted).collectInto(folders());
    }
}
