package io.presencemedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {
    @TempDir
    Path folder;

    private String rights() throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    @Test
    void aHomeThatIsOpenToOthersIsClosedAndThatIsSaid() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(HomeFolder.close(folder)).hasValueSatisfying(line -> assertThat(line)
                .contains(folder.toString(), "medic.home", "rwxrwxrwx", "closed"));
        assertThat(rights()).isEqualTo("rwx------");
        assertThat(HomeFolder.close(folder)).isEmpty();
    }

    @Test
    void aHomeThatIsYetToBeMadeIsNoneToBeClosed() {
        assertThat(HomeFolder.close(folder.resolve("none"))).isEmpty();
    }
}
