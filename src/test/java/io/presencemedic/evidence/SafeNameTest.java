package io.presencemedic.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.evidence.folder.SafeName;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {
    @ParameterizedTest
    @CsvSource({
        "syslogmib00000001.txt, syslogmib00000001.txt",
        "Event Viewer-Application Log, Event Viewer-Application Log",
        "../../etc/passwd, __.._etc_passwd",
        "..\\..\\boot.ini, __.._boot.ini",
        "/absolute, _absolute",
        "C:\\x, C__x",
        "CON, _CON",
        "nul.txt, _nul.txt",
        ".hidden, _hidden",
        "-rf, _rf",
        "trailing., trailing"
    })
    void aNameNeverLeadsOutOfItsFolder(String name, String safe) {
        assertThat(SafeName.of(name)).isEqualTo(safe);
    }

    @Property
    void anyNameIsAPlainName(@ForAll String name) {
        assertThat(SafeName.of(name))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(101)
                .matches("[A-Za-z0-9._ ()+@=,&~-]+")
                .doesNotStartWith(".")
                .doesNotStartWith("-")
                .doesNotEndWith(".");
        assertThat(SafeName.ofLast(name)).doesNotContain("/", "\\").isNotIn("", ".", "..");
        assertThat(SafeName.slug(name)).matches("[a-z0-9._~-]+").isNotIn(".", "..");
    }

    @Property
    void namesThatAreTooLongKeepTheirEnding(@ForAll String name) {
        String longest = "x".repeat(200) + name.replaceAll("[^a-z]", "") + ".log.gz";
        assertThat(SafeName.of(longest)).hasSizeLessThanOrEqualTo(100).endsWith(".gz");
    }

    @ParameterizedTest
    @CsvSource({
        "show network cluster, show-network-cluster",
        "utils network connectivity 192.0.2.12 1500, utils-network-connectivity-192.0.2.12-1500",
        "run sql select * from epassyncagentcfg, run-sql-select-from-epassyncagentcfg"
    })
    void commandsAreWrittenInKebabCase(String command, String slug) {
        assertThat(SafeName.slug(command)).isEqualTo(slug);
    }
}
