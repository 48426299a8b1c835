package io.presencemedic.diagnosis.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret column is known by its name or its table, whatever became of the heading and the ruler. */
@BesideTheService
class PastedSecretsTest {
    private static final String SECRET = "e4a90b17c25d68f3019b7ac4d85e2f60713c94ab";
    private static final String ALARM = "failed to connect to the CUCM Database Monitor";
    private static final String QUERY = "admin:run sql select * from epassyncagentcfg";
    private static final String HEADING = "id,ccmpublisherip,axluser,axlpassword,cucm_axluser_pkid,syncstatus";
    private static final String CELLS = "1,172.23.8.10,imp-reader," + SECRET + ",9b20,Sync Completed, but " + ALARM;

    static Stream<String> exports() {
        String quoted = "\"" + HEADING.replace(",", "\",\"") + "\"";
        String row = "\"" + CELLS.replaceFirst(", but", " but").replace(",", "\",\"") + "\"";
        return Stream.of(
                        quoted + "\n" + row,
                        quoted.replace('"', '\'').replace(',', ';') + "\n" + row,
                        HEADING.toUpperCase(java.util.Locale.ROOT) + "\n" + CELLS,
                        HEADING.replace(",", " ").replace("axlp", "AxlP") + "\n" + CELLS.replace(',', ' '),
                        "**" + HEADING.replace(",", "** **") + "**\n" + CELLS.replace(',', ' '),
                        "| " + HEADING.replace(",", " | ") + " |\n| " + CELLS.replace(",", " | ") + " |",
                        "Id " + HEADING.substring(3).replace(",", " ") + "\n" + CELLS.replace(',', ' '),
                        HEADING.replace(",", " ") + " " + CELLS.replace(',', ' '),
                        "NAME CREDENTIALS PKID\nimp-reader " + SECRET + " " + ALARM,
                        "Name,Credentials\nimp-reader," + SECRET + "," + ALARM)
                .flatMap(table -> Stream.of(table, QUERY + "\n" + table, QUERY + "\n\n" + table + "\nadmin:"));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void aHeadingIsOneInAnyDressWithoutARuler(String log) {
        assertHidden(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1$s\n%2$s\n",
                "%1$s\n[...]\n%2$s\nadmin:",
                "%1$s\n\n%2$s\n--------------------\nadmin:exit\n",
                "%1$s\n%2$s\n====================\nSubcluster Name: g\n",
                "admin:run sql select e.* from epassyncagentcfg e\n%2$s\n",
                "admin:run sql select * from epassync\nagentcfg\n%2$s\n",
                "ccm-admin: run sql SELECT * FROM epassyncagentcfg\n%2$s\n"
            })
    void everyRowOfATableWithASecretIsHiddenWithoutItsHeading(String log) {
        assertHidden(log.formatted(QUERY, CELLS.replace(',', ' ')));
        assertHidden(log.formatted(QUERY, CELLS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* from epassyncagentcfg id ccmpublisherip axluser axlpassword 1 172.23.8.10 imp-reader %s",
                "* from epassyncagentcfg \"id\",\"axlpassword\" \"1\",\"%s\"",
                "* from epassyncagentcfg id,axluser,axlpassword 1,imp-reader,%s",
                "axluser,axlpassword from epassyncagentcfg axladm %s",
                "axluser,axlpassword from epassyncagentcfg axladm /%s==",
                "axlpassword from epassyncagentcfg %s",
                "axlpassword as p from epassyncagentcfg as e where e.id = 1 order by id desc %s",
                "c.credentials from credential c where c.tkcredential in (3, 4) and c.fk is not null %s",
                "a.name, c.credentials from applicationuser a inner join credential c on a.pkid = c.fk axladm %s"
            })
    void whatStandsBehindAQueryOnItsOwnLineIsHidden(String query) {
        assertHidden("admin:run sql select " + query.formatted(SECRET) + "\n" + SECRET + " " + ALARM + "\nadmin:");
    }

    @Test
    void aRemarkBehindTheQueryHidesNoTable() {
        String log = QUERY + "   # the sync agent's settings\nid axluser    axlpassword\n== ========== ========\n"
                + "1  imp-reader e4a90b17\nadmin:";
        assertThat(analysis(log).commands()).singleElement().satisfies(command -> assertThat(
                        String.valueOf(command.facts()))
                .contains("imp-reader")
                .doesNotContain("e4a90b17"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The password has expired",
                "Please enter your new password",
                "Old password:",
                "Wrong credentials"
            })
    void aSentenceAboutAPasswordHidesNothingBelowIt(String sentence) {
        assertThat(analysis(sentence + "\nSync Agent " + ALARM + "\n").findings())
                .extracting("code")
                .isNotEmpty();
    }

    private static void assertHidden(String log) {
        Analysis read = analysis(log);
        assertThat(read + AnalysisText.of(read)).as(log).doesNotContain(SECRET);
    }

    private static Analysis analysis(String log) {
        return new Analyses().analyse(log.getBytes(StandardCharsets.UTF_8));
    }
}
