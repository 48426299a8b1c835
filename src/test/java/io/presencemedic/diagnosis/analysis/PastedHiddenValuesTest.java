package io.presencemedic.diagnosis.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.fact.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that the writer hid himself is not known: it is neither the same nor another one. */
@BesideTheService
class PastedHiddenValuesTest {
    private static final String SECRET = "e4a90b17c25d68f3";
    private static final String DIFFER = "SYNC_AGENT_CREDENTIALS_DIFFER";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxxxxxxx",
                "XXXXXXXX",
                "****************",
                "########",
                "-",
                "<removed>",
                "[hidden]",
                "(masked)",
                "{redacted}",
                "REDACTED",
                "removed",
                "<my-secret>",
                "e4a9...",
                "e4a9********",
                "e4a9xxxxxxxx",
                "\u2022\u2022\u2022\u2022",
                "n/a"
            })
    void aSecretThatTheWriterHidIsNotCompared(String hidden) {
        for (Analysis read : List.of(
                analysis("imp-reader", hidden, "imp-reader", SECRET),
                analysis("imp-reader", SECRET, "imp-reader", hidden),
                analysis("imp-reader", hidden, "imp-reader", hidden))) {
            assertThat(codes(read)).doesNotContain(DIFFER);
            assertThat(read.undetermined()).anyMatch(fact -> fact.reason().contains("axlpassword"));
            assertThat(read + AnalysisText.of(read)).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxxxxxxx", "<user>", "[hidden]", "removed"})
    void aNameThatTheWriterHidIsNotCompared(String hidden) {
        assertThat(codes(analysis(hidden, SECRET, "imp-reader", SECRET))).doesNotContain(DIFFER);
        assertThat(codes(analysis("imp-reader", SECRET, hidden, SECRET))).doesNotContain(DIFFER);
    }

    @Test
    void secretsThatAreToldAreCompared() {
        assertThat(codes(analysis("imp-reader", SECRET, "imp-reader", "e4a90b17c25d68f4")))
                .contains(DIFFER);
        assertThat(codes(analysis("imp-reader", SECRET, "imp-writer", SECRET))).contains(DIFFER);
        Analysis same = analysis("imp-reader", SECRET, "imp-reader", SECRET);
        assertThat(codes(same)).doesNotContain(DIFFER);
        assertThat(same.undetermined()).noneMatch(fact -> fact.reason().contains("axlpassword"));
    }

    @Test
    void aPinOfOneDigitIsShownNoMoreThanAnother() {
        String log = "admin:run sql select name,pin from enduser\nname pin\n==== ====\nann  %s\nadmin:";
        assertThat(analysis(log.formatted("1111")) + "").doesNotContain("1111");
        assertThat(analysis(log.formatted("1234")) + "").doesNotContain("1234");
    }

    private static List<String> codes(Analysis read) {
        return read.findings().stream().map(Finding::code).toList();
    }

    private static Analysis analysis(String axlUser, String axlPassword, String user, String credentials) {
        return analysis("""
                admin:utils service list
                Requesting service status, please wait...
                System SSH [STARTED]
                Service Manager is running
                Getting list of all services
                >> Return code = 0
                A Cisco DB[STARTED]
                Cisco Sync Agent[STOPPED]  Component is not running
                Primary Node =true
                admin:run sql select id,axluser,axlpassword,cucm_axluser_pkid from epassyncagentcfg
                id axluser    axlpassword      cucm_axluser_pkid
                == ========== ================ =================
                1  %-10s %-16s 9b20f4c7
                admin:run sql select pkid,name,credentials from applicationuser inner join credential on a = b
                pkid     name       credentials
                ======== ========== ================
                9b20f4c7 %-10s %s
                admin:
                """.formatted(axlUser, axlPassword, user, credentials));
    }

    private static Analysis analysis(String log) {
        return new Analyses().analyse(log.getBytes(StandardCharsets.UTF_8));
    }
}
