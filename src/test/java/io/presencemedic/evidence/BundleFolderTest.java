package io.presencemedic.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.presencemedic.BesideTheService;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DigestingOutputStream;
import io.presencemedic.evidence.folder.DiskQuota;
import io.presencemedic.evidence.folder.EvidenceConfig;
import io.presencemedic.evidence.folder.FileRecord;
import io.presencemedic.evidence.folder.FileRecord.Origin;
import io.presencemedic.evidence.folder.ItemRecord;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.redaction.Redaction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideTheService
class BundleFolderTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());

    private static final Origin ORIGIN =
            Origin.log("imp-pub", "Cisco Sync Agent", "/var/log/active/a.log", "yesterday");

    @TempDir
    Path all;

    private BundleDirectory folder(EvidenceConfig config) {
        return new BundleDirectory(
                all.resolve("one"), new DiskQuota(all, config), Redaction.ofSecrets(), JSON, Clock.systemUTC());
    }

    private BundleDirectory folder() {
        return folder(SmallRoom.unlimited(all));
    }

    private static FileRecord take(BundleDirectory folder, Origin origin, String text) throws Exception {
        return folder.take(origin, "logs/imp-pub", "a.log", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileIsRecordedAsItLiesOnTheDisk() throws Exception {
        FileRecord file = take(folder(), ORIGIN, "login with password=hunter2 and more\n");
        String kept = Files.readString(folder().content(file));
        assertThat(kept).doesNotContain("hunter2").endsWith(" and more\n");
        assertThat(file.size()).isEqualTo(kept.length());
        assertThat(file.masked()).isEqualTo(1);
        DigestingOutputStream again = new DigestingOutputStream(OutputStream.nullOutputStream());
        again.write(kept.getBytes(StandardCharsets.UTF_8));
        assertThat(file.sha256()).isEqualTo(again.sha256());
        assertThat(folder().files()).containsExactly(file);
    }

    @Test
    void whatIsThereIsNotAskedForAgainWhoeverGoesOn() throws Exception {
        FileRecord first = take(folder(), ORIGIN, "once");
        FileRecord second = folder().take(ORIGIN, "logs/imp-pub", "a.log", out -> {
            throw new AssertionError("asked for again");
        });
        assertThat(second).isEqualTo(first);
    }

    @Test
    void twoFilesOfOneNameLieBesideEachOther() throws Exception {
        take(folder(), ORIGIN, "one");
        FileRecord other =
                take(folder(), Origin.log("imp-pub", "Cisco Sync Agent", "/var/log/active/b/a.log", null), "2");
        assertThat(other.path()).isEqualTo("logs/imp-pub/2-a.log");
        assertThat(folder().files()).hasSize(2);
    }

    @Test
    void aFileThatBreaksOffLeavesNothingBehind() throws Exception {
        assertThatThrownBy(() -> folder().take(ORIGIN, "logs/imp-pub", "a.log", out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new LinkException(new LinkFailure.Lost("imp-pub", "GetOneFile", "cut"));
                }))
                .isInstanceOf(LinkException.class);
        assertThat(folder().files()).isEmpty();
        assertThat(contents()).isZero();
    }

    @Test
    void aBundleThatIsFullSaysSoAndKeepsWhatItHas() throws Exception {
        BundleDirectory small = folder(new SmallRoom(all, 10, 1 << 20, 0));
        take(small, ORIGIN, "12345678");
        assertThatThrownBy(() -> take(small, Origin.log("imp-pub", "x", "/y", null), "9012"))
                .isInstanceOf(DiskQuota.Full.class)
                .hasMessageContaining("medic.evidence.max-bundle-size=10");
        assertThat(small.files()).hasSize(1);
    }

    @Test
    void allBundlesTogetherHaveALimitToo() {
        assertThatThrownBy(() -> take(folder(new SmallRoom(all, 1 << 20, 3, 0)), ORIGIN, "12345678"))
                .isInstanceOf(DiskQuota.Full.class)
                .hasMessageContaining("medic.evidence.max-total-size=3");
    }

    @Test
    void theDiskIsNeverFilledToTheBrim() {
        assertThatThrownBy(() -> take(folder(new SmallRoom(all, 1 << 20, 1 << 20, Long.MAX_VALUE)), ORIGIN, "1"))
                .isInstanceOf(DiskQuota.Full.class)
                .hasMessageContaining("nearly full");
    }

    @Test
    void aNodeThatSendsMoreThanThereIsRoomForIsNotHeardToTheEnd() {
        AtomicInteger sent = new AtomicInteger();
        assertThatThrownBy(() -> folder(new SmallRoom(all, 1000, 1 << 20, 0))
                        .take(ORIGIN, "logs/imp-pub", "a.log", out -> {
                            byte[] piece = "a line of a log\n".repeat(4096).getBytes(StandardCharsets.UTF_8);
                            while (true) {
                                out.write(piece);
                                sent.incrementAndGet();
                            }
                        }))
                .isInstanceOf(DiskQuota.Full.class);
        assertThat(sent.get()).isLessThan(100);
    }

    @Test
    void itemsAreRememberedByStepAndNode() throws IOException {
        ItemRecord item = new ItemRecord(
                "collect-x", "imp-pub", "x", Clock.systemUTC().instant(), List.of("cli/x.txt"), List.of());
        folder().keep(item);
        assertThat(folder().item("collect-x", "imp-pub")).contains(item);
        assertThat(folder().item("collect-x", "imp-sub")).isEmpty();
    }

    @Test
    void onlyTheServicesOwnAccountCanReadIt() throws Exception {
        FileRecord file = take(folder(), ORIGIN, "x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().content(file))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all.resolve("one"))))
                .isEqualTo("rwx------");
    }

    private long contents() throws IOException {
        try (Stream<Path> tree = Files.walk(all)) {
            return tree.filter(Files::isRegularFile).count();
        }
    }
}
