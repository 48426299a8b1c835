package io.presencemedic.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedFilesTest {
    @Test
    void theArchiveOfAReportIsNamedOnce() {
        assertThat(NamedFiles.in("""
                Created /var/log/active/cm/log/informix/imp-pub_db_report_May_01_31_10_00_00 for log collection...
                COMPLETED! Database report created successfully...
                To retrieve the imp-pub_db_report.tar, use CLI command:
                  file get activelog cm/log/informix/imp-pub_db_report.tar
                To delete the imp-pub_db_report.tar, use CLI command:
                  file delete activelog cm/log/informix/imp-pub_db_report.tar
                """)).containsExactly("/var/log/active/cm/log/informix/imp-pub_db_report.tar");
    }

    @Test
    void aFileIsNamedInManyWords() {
        assertThat(NamedFiles.in("""
                Output is in /cm/trace/dbl/showtech101010.txt
                Please use "file view activelog /cm/trace/dbl/showtech101010.txt" to see the contents
                The dump is /var/log/active/cm/trace/dbl/dump.csv.gz.
                file get activelog ../../etc/passwd and file get activelog cm/trace/dbl/*
                """))
                .containsExactly(
                        "/var/log/active/cm/trace/dbl/showtech101010.txt", "/var/log/active/cm/trace/dbl/dump.csv.gz");
    }

    @Test
    void anAnswerMayNameNone() {
        assertThat(NamedFiles.in("Integrity of the database: good\n")).isEmpty();
    }
}
