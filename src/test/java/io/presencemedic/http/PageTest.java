package io.presencemedic.http;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageTest {
    @Test
    void theCursorsLeadThroughTheWholeListOnce() {
        List<Integer> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = asAdmin()
                    .get("/probe/pages" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            all.addAll(page.jsonPath().getList("items", Integer.class));
            String next = page.path("nextCursor");
            cursor = next == null ? null : "?cursor=" + next;
        }
        assertThat(all).isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
    }

    @Test
    void thereAreFiftyEntriesUnlessOtherwiseAsked() {
        asAdmin().get("/probe/pages").then().body("items.size()", equalTo(50));
        asAdmin().get("/probe/pages?limit=3").then().body("items.size()", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "1.5", "99999999999"})
    void aLimitOutsideItsRangeIsRefused(String limit) {
        asAdmin().get("/probe/pages?limit=" + limit).then().statusCode(400).body("errors[0].field", equalTo("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "MQ==", "AA", "4pyT4"})
    void aMadeUpCursorIsRefused(String cursor) {
        asAdmin()
                .get("/probe/pages?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
    }
}
