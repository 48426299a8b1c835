package io.presencemedic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    Path folder;

    @Test
    void aHomeThatCannotBeUsedIsNamedWithWhatToDo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> HomeLock.take(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContainingAll(file.toString(), "set medic.home");
    }

    @Test
    void aHomeIsForOneAtATime() {
        Path home = folder.resolve("home");
        try (HomeLock first = HomeLock.take(home)) {
            assertThat(first).isNotNull();
            String owner = String.valueOf(ProcessHandle.current().pid());
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContainingAll("in use", owner, "medic.home");
        }
        HomeLock.take(home).close();
    }
}
