package io.presencemedic.cluster.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialScopeTest {
    @ParameterizedTest
    @CsvSource({
        "imp-pub.example.com, IMP-Pub.example.com, true",
        "imp-pub.example.com, imp-pub.example.com.evil.test, false",
        "imp-pub.example.com, imp-pubxexample.com, false",
        "*.example.com, cucm.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, cucm.example.com.evil.test, false",
        "imp-*.example.com, imp-sub.example.com, true",
        "10.0.0.0/24, 10.0.0.12, true",
        "10.0.0.0/24, 10.0.1.12, false",
        "10.0.0.0/24, imp-pub.example.com, false",
        "10.0.0.1, 10.0.0.11, false"
    })
    void aHostIsNamedByItsNameByStarsOrByItsNetwork(String pattern, String host, boolean allowed) {
        assertThat(new CredentialScope(List.of(pattern), List.of()).allows("emea", host))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"emea, emea, true", "emea, emea-2, false", "emea*, emea-2, true"})
    void aClusterThatIsNamedMayUseItForAllItsNodes(String pattern, String cluster, boolean allowed) {
        assertThat(new CredentialScope(List.of(), List.of(pattern)).allows(cluster, "anywhere"))
                .isEqualTo(allowed);
    }
}
