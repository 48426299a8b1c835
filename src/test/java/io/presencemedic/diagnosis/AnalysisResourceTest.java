package io.presencemedic.diagnosis;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class AnalysisResourceTest {
    private static final String LOG = """
            admin:utils core active list
            No core files found
            admin:utils ntp status
            ntpd (pid 77) is running...
            """;

    @Test
    void aPastedLogIsReadCommandByCommand() {
        asAdmin()
                .contentType("text/plain")
                .accept("application/json")
                .body(LOG)
                .post("/api/v1/analyses")
                .then()
                .statusCode(200)
                .body("commands[0].command", equalTo("utils core active list"))
                .body("commands[0].facts.cores.size()", equalTo(0))
                .body("commands[1].recognised", equalTo(false))
                .body("findings.size()", equalTo(0));
    }

    @Test
    void aPersonIsAnsweredInPlainText() {
        asAdmin()
                .contentType("text/plain")
                .accept("text/plain")
                .body(LOG)
                .post("/api/v1/analyses")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("utils core active list  - read"));
    }

    @Test
    void whateverBytesAreSentTheServiceAnswers() {
        asAdmin()
                .contentType("text/plain; charset=utf-8")
                .accept("application/json")
                .body(new byte[] {(byte) 0xff, 0, 27, '[', (byte) 0x80, '\n'})
                .post("/api/v1/analyses")
                .then()
                .statusCode(200);
        asAdmin().contentType("text/plain").post("/api/v1/analyses").then().statusCode(200);
        asAdmin()
                .contentType("text/plain")
                .body("x".repeat((5 << 20) + 1))
                .post("/api/v1/analyses")
                .then()
                .statusCode(413);
    }
}
