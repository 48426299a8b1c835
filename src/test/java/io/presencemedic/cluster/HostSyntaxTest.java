package io.presencemedic.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostSyntaxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "imp-pub",
                "imp-pub.example.com",
                "IMP.Example.COM",
                "3com.example",
                "a1.b2",
                "192.0.2.1",
                "0.0.0.0",
                "255.255.255.255",
                "::1",
                "2001:db8::12",
                "2001:DB8:0:0:0:0:0:1",
                "::ffff:192.0.2.1"
            })
    void theseAreHosts(String text) {
        assertThat(HostSyntax.isHost(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a.",
                ".a",
                "a..b",
                "-a",
                "a-",
                "a_b",
                "a/b",
                "a;b",
                "a\n",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "a.1",
                "0x7f.1",
                ":",
                ":::",
                "1:2",
                "2001:db8::1::2",
                "[::1]",
                "fe80::1%eth0",
                "host:22",
                "user@host",
                "ä.example"
            })
    void theseAreNot(String text) {
        assertThat(HostSyntax.isHost(text)).isFalse();
    }
}
