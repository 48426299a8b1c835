package io.presencemedic.diagnosis.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What replication's state says of a check and of a node is concluded from what was said, and from nothing less. */
@BesideTheService
class PastedReplicationTest {
    private static final String PROGRESS = "Replication status command in PROGRESS. Checked 680 tables out of 749\n";
    private static final String COMPLETED = "Replication status command COMPLETED. Checked 698 tables out of 698\n";
    private static final String GOOD = "(2) Setup Completed";

    @ParameterizedTest
    @ValueSource(
            strings = {
                COMPLETED + "Last Completed Table: x\nErrors or Mismatches Were Found!!!",
                PROGRESS + "Errors or Mismatches Were Found!!!",
                "Errors or Mismatches Were Found!!!",
                COMPLETED + "No Errors or Mismatches found.\nSync Status: 3 tables not in sync"
            })
    void aFaultThatACheckSaysIsAFindingWhateverItsState(String check) {
        Analysis read = analysis(check, GOOD);
        assertThat(codes(read)).contains("REPLICATION_MISMATCH");
        assertThat(read.findings())
                .filteredOn(finding -> finding.code().equals("REPLICATION_MISMATCH"))
                .extracting(finding -> finding.evidence().toString())
                .allMatch(said -> said.contains("Mismatches Were Found") || said.contains("not in sync"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                COMPLETED,
                COMPLETED + "Last Completed Table: licensedistribution",
                "Replication status command COMPLETED. Checked 690 tables out of 698\nNo Errors or Mismatches found."
            })
    void aCheckThatEndedWithoutAVerdictIsUndetermined(String check) {
        Analysis read = analysis(check, GOOD);
        assertThat(codes(read)).doesNotContain("REPLICATION_MISMATCH");
        assertThat(undetermined(read)).anyMatch(reason -> reason.contains("check"));
        assertThat(healthy(read)).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No Errors or Mismatches found.", "No Errors or Mismatches fo", "No Errors or Mism"})
    void aGoodVerdictIsOneAlsoWhereItWasCut(String verdict) {
        Analysis read = analysis(COMPLETED + verdict, GOOD);
        assertThat(codes(read)).doesNotContain("REPLICATION_MISMATCH");
        assertThat(undetermined(read)).noneMatch(reason -> reason.contains("check"));
        assertThat(healthy(read)).isEqualTo("true");
    }

    @Test
    void aCheckThatStillRunsHasFoundNothingYet() {
        Analysis read = analysis(PROGRESS, GOOD);
        assertThat(codes(read)).doesNotContain("REPLICATION_MISMATCH");
        assertThat(undetermined(read)).noneMatch(reason -> reason.contains("check"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(", "(2", "(2) Setup", "(2) Se"})
    void aRowThatEndsBeforeItsSetupIsUndetermined(String setup) {
        Analysis read = analysis(COMPLETED + "No Errors or Mismatches found.", setup);
        assertThat(codes(read)).isEmpty();
        assertThat(undetermined(read)).anyMatch(reason -> reason.contains("imp-b"));
        assertThat(healthy(read)).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.311", "0.311     Y/Y", "0.311     Y/", "0.311     Y/Y/Y     0", "0.311     Y/Y/Y     0  (g_"})
    void aRowThatEndsEarlierIsUndeterminedToo(String cells) {
        Analysis read = analyse(COMPLETED + "No Errors or Mismatches found.", cells);
        assertThat(codes(read)).isEmpty();
        assertThat(undetermined(read)).anyMatch(reason -> reason.contains("imp-b"));
    }

    @Test
    void whatACutRowStillTellsIsAFindingWithoutACommandForItsSetup() {
        Analysis read = analyse(COMPLETED + "No Errors or Mismatches found.", "0.311     Y/N/Y     17   (g_3)");
        assertThat(read.findings())
                .filteredOn(finding -> finding.code().equals("REPLICATION_NOT_SET_UP"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.summary()).contains("imp-b", "not reachable");
                    assertThat(finding.byHand())
                            .extracting(Finding.ByHand::command)
                            .noneMatch(command -> command.contains("rebuild") || command.contains("reset"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(2) Setup Compl", "(2) Setup C", "(2) PUB Setup C", "(2)"})
    void aSetupThatBeginsOneKnownTextIsThatText(String setup) {
        Analysis read = analysis(COMPLETED + "No Errors or Mismatches found.", setup);
        assertThat(codes(read)).isEmpty();
        assertThat(undetermined(read)).noneMatch(reason -> reason.contains("imp-b"));
        assertThat(healthy(read)).isEqualTo("true");
    }

    @Test
    void aSetupThatIsNoneStaysAFinding() {
        assertThat(codes(analysis(COMPLETED, "(-) Not Setup"))).contains("REPLICATION_NOT_SET_UP");
        assertThat(codes(analysis(COMPLETED, "(4) Setup"))).contains("REPLICATION_NOT_SET_UP");
    }

    private static List<String> codes(Analysis read) {
        return read.findings().stream().map(Finding::code).toList();
    }

    private static List<String> undetermined(Analysis read) {
        return read.undetermined().stream().map(Undetermined::reason).toList();
    }

    private static String healthy(Analysis read) {
        return String.valueOf(read.commands().get(0).facts().get("healthy"));
    }

    private static Analysis analysis(String check, String setup) {
        return analyse(check, "0.311     Y/Y/Y     0        (g_3)          " + setup);
    }

    private static Analysis analyse(String check, String cells) {
        String log = """
                admin:utils dbreplication runtimestate

                Server Time: Sun Mar  1 10:22:41 CET 2026

                Cluster Replication State: Replication status command started at: 2026-03-01-09-55
                     %s

                DB Version: ccm14_0_1_12900_161
                Cluster Detailed View from imp-a (2 Servers):

                                          PING      DB/RPC/   REPL.    Replication    REPLICATION SETUP
                SERVER-NAME   IP ADDRESS  (msec)    DbMon?    QUEUE    Group ID       (RTMT) & Details
                -----------   ----------  ------    -------   -----    -----------    ------------------
                imp-a         10.9.8.8    0.020     Y/Y/Y     0        (g_2)          (2) Setup Completed
                imp-b         10.9.8.9    %s

                admin:
                """.formatted(check.strip().replace("\n", "\n     "), cells);
        return new Analyses().analyse(log.getBytes(StandardCharsets.UTF_8));
    }
}
