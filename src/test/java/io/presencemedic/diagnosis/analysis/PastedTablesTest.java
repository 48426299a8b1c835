package io.presencemedic.diagnosis.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.paste.ReadCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose cells are told apart by tabs or bars, and terminals that stood side by side. */
@BesideTheService
class PastedTablesTest {
    private static final String SECRET = "5f1c9e0b7a6d4c3f8e2b1a0d9c8f7e6b";

    @Test
    void aTableWithTabsIsReadAlsoWhereItsCellsHaveSeveralWords() {
        String log = """
                admin:run sql select id,axlpassword p,syncstatus from epassyncagentcfg
                id\tp\tsyncstatus
                ==\t==\t==========
                1\t%s\tCompleted 2026-10-15 15:03:55
                admin:
                """.formatted(SECRET);
        assertThat(facts(log)).contains("syncstatus", "Completed 2026-10-15 15:03:55");
        assertThat(AnalysisText.of(analysis(log)) + analysis(log)).doesNotContain(SECRET);
    }

    @Test
    void theAnswerToAQueryIsReadOutOfADocumentsTable() {
        String log = """
                admin:run sql select id,axlpassword,axluser from epassyncagentcfg

                | id | axlpassword | axluser |
                |:---|------|---:|
                | 1 | %s | axl-sync |
                admin:
                """.formatted(SECRET);
        assertThat(facts(log)).contains("axl-sync");
        assertThat(AnalysisText.of(analysis(log)) + analysis(log)).doesNotContain(SECRET);
    }

    @Test
    void whatAPersonNotesOfServicesIsReadAndProvesNothingOfOthers() {
        Analysis read = analysis("""
                | # | Service | State | Note |
                |---|---|---|---|
                | 1 | **Cisco Presence Engine** | STOPPED | Commanded Out of Service |
                | 2 | Cisco SIP Proxy | STARTED | |
                """);
        assertThat(read.commands()).singleElement().satisfies(list -> assertThat(String.valueOf(list.facts()))
                .contains("Cisco Presence Engine", "COMMANDED_OUT_OF_SERVICE", "complete=false"));
        assertThat(read.findings()).extracting("code").contains("PRESENCE_ENGINE_DOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| Service | Before | After |\n|---|---|---|\n| Cisco Presence Engine | STOPPED | STARTED |\n",
                "| Node | Service | State |\n|---|---|---|\n| a | Cisco Presence Engine | STOPPED |\n",
                "| Service | State |\n|---|---|\n| The engine | STOPPED |\n",
                "| Service | State | Note |\n|---|---|---|\n| Cisco Presence Engine | STOPPED | since Monday? |\n"
            })
    void aTableThatMayMeanAnythingElseIsNotReadAndThatIsSaid(String log) {
        Analysis read = analysis(log);
        assertThat(read.findings()).isEmpty();
        assertThat(read.undetermined()).isNotEmpty();
    }

    @Test
    void twoTerminalsSideBySideAreTwoSessions() {
        List<String> left = services("Cisco Presence Engine[STOPPED]  Commanded Out of Service", "false");
        List<String> right = services("Cisco Presence Engine[STARTED]", "true");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            rows.add("%-66s\u2502%s".formatted(left.get(i), right.get(i)));
        }
        List<ReadCommand> read = analysis(String.join("\n", rows)).commands();

        assertThat(read).extracting(ReadCommand::session).containsExactly(1, 2);
        assertThat(read)
                .extracting(command -> String.valueOf(command.facts()))
                .satisfiesExactly(
                        facts -> assertThat(facts).contains("STOPPED"),
                        facts -> assertThat(facts).doesNotContain("STOPPED").contains("Cisco Presence Engine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'%s'[STARTED]", "`%s` [STARTED]", "\u201c%s\u201d[STARTED]", "- \"%s\" [STARTED]"})
    void quotesAreNoPartOfAName(String row) {
        assertThat(facts(row.formatted("Cisco SIP Proxy") + "\n"))
                .contains("Cisco SIP Proxy")
                .doesNotContain("'", "`");
    }

    private static List<String> services(String engine, String primary) {
        return List.of(
                "admin:utils service list",
                "Requesting service status, please wait...",
                "System SSH [STARTED]",
                "Service Manager is running",
                "Getting list of all services",
                ">> Return code = 0",
                "A Cisco DB[STARTED]",
                engine,
                "Primary Node =" + primary,
                "admin:");
    }

    private static String facts(String log) {
        return String.valueOf(analysis(log).commands().get(0).facts());
    }

    private static Analysis analysis(String log) {
        return new Analyses().analyse(log.getBytes(StandardCharsets.UTF_8));
    }
}
