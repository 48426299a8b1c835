package io.presencemedic.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftFilesTest {
    @Test
    void aFileThatACommandLeavesIsFoundOnceByEitherOfItsWords() {
        assertThat(LeftFiles.in("""
                        Output is in /cm/trace/dbl/check.txt
                         Please use "file view activelog /cm/trace/dbl/check.txt" to see the contents of File
                        """)).containsExactly("/var/log/active/cm/trace/dbl/check.txt");
    }

    @Test
    void aFileThatIsOfferedForDeletionOnlyIsNoneToFetch() {
        assertThat(LeftFiles.in("""
                        To retrieve the report.tar, use CLI command:
                          file get activelog cm/log/informix/report.tar
                        To delete the report.tar, use CLI command:
                          file delete activelog cm/log/informix/other.tar
                        """)).containsExactly("/var/log/active/cm/log/informix/report.tar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file get activelog cm/trace/*",
                "file get activelog ../../etc/shadow",
                "file get activelog cm/../../../etc/shadow",
                "file get activelog cm/trace/",
                "Output is in \u0007bell",
                "nothing here"
            })
    void whatNamesNoSingleFileOfTheLogsIsLeftAlone(String answer) {
        assertThat(LeftFiles.in(answer)).isEmpty();
    }
}
