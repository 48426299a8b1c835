package io.presencemedic.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
    private final Pseudonyms pseudonyms = new Pseudonyms(Pseudonyms.newKey(new SecureRandom()));

    private String replace(String text) {
        return pseudonyms.replace(text).text();
    }

    @Test
    void namesAndAddressesGetPseudonyms() {
        assertThat(replace("login userid=jdoe from 192.0.2.17 as jdoe@example.com via 2001:db8::17"))
                .matches("login userid=user-\\w+ from ipv4-\\w+ as user-\\w+@domain-\\w+\\.invalid via ipv6-\\w+");
        assertThat(pseudonyms.replace("a@b.example, 192.0.2.1").count()).isEqualTo(2);
    }

    @Test
    void theSameNameHasTheSamePseudonymWhereverItStands() {
        String one = replace("jid: \"jdoe\"").replaceAll(".*(user-\\w+).*", "$1");
        assertThat(replace("JDoe@other.example.com")).startsWith(one + "@");
        assertThat(replace("<userid>jdoe</userid>")).contains(">" + one + "<");
        assertThat(new Pseudonyms(Pseudonyms.newKey(new SecureRandom()))
                        .replace("userid=jdoe")
                        .text())
                .doesNotContain(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at 12:30:45.123 on 00:1b:44:11:3a:b7, version 14.0.1.12900-10",
                "listening on 127.0.0.1, 0.0.0.0 and ::1 with mask 255.255.255.0",
                "std::string and abc::def in a::b",
                "999.1.1.1 is no address, 1.2.3.4.5 neither",
                "user: null, the user said hello"
            })
    void whatNamesNobodyStays(String text) {
        assertThat(replace(text)).isEqualTo(text);
    }

    @Test
    void aPseudonymIsNotRenamedAgain() {
        String once = replace("user=jdoe, jdoe@example.com, 192.0.2.3");
        assertThat(replace(once)).startsWith(once.substring(0, once.indexOf(',')));
        assertThat(once).doesNotContain("jdoe", "192.0.2.3", "example.com");
    }

    @Test
    void aKeyThatCanBeGuessedIsRefused() {
        assertThatThrownBy(() -> new Pseudonyms(new byte[4])).isInstanceOf(IllegalArgumentException.class);
    }
}
