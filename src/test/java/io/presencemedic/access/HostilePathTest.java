package io.presencemedic.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.http.RawHttp;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However an address is written, without a key it shows nothing. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class HostilePathTest {
    private static final List<String> KINDS = List.of(
            ";", ";a=b", "%3B", "..;/", ";/../", "%2e%2e/", "%2e%2e%2f", "..%2F", "../", "./", "%2e/", "%5C", "%5c..%5c",
            "//", "///", "%2F", "%252e%252e/", "%09", "%20", "%0d%0a", "q/health/../../", "q/health;/../../",
            "q/health/..;/../", "q/health%2f..%2f..%2f");

    static Stream<String> hostilePaths() {
        return Stream.of("/api/v1/keys", "/q/metrics", "/q/openapi")
                .flatMap(path -> KINDS.stream().flatMap(kind -> Stream.of(
                        "/" + kind + path.substring(1),
                        path.replaceFirst("/([^/]+)$", "/" + kind.replace("$", "\\$") + "$1"),
                        path + kind)));
    }

    @ParameterizedTest
    @MethodSource("hostilePaths")
    void aHostilePathShowsNothingWithoutAKey(String path) throws IOException {
        String answer = RawHttp.send("GET " + path + " HTTP/1.1", "Connection: close", "", "");
        assertThat(answer).as(path).containsPattern("^HTTP/1.1 (400|401|404) ");
        assertThat(answer).as(path).doesNotContain("\"items\"", "# HELP", "openapi:");
    }
}
