package io.presencemedic.job;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.presencemedic.ServiceUnderTest;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class JobListTest {
    @ParameterizedTest
    @ValueSource(strings = {"cluster=nowhere", "cluster=nowhere&state=QUEUED", "runbook=none", "ticket=none&limit=1"})
    void aFilterThatNothingFitsFindsNothing(String filter) {
        asAdmin()
                .get("/api/v1/jobs?" + filter)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .body("nextCursor", nullValue());
    }

    @Test
    void withoutAFilterThereIsAList() {
        asAdmin().get("/api/v1/jobs").then().statusCode(200).body("items", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=ASLEEP", "limit=0", "cursor=x"})
    void aBadFilterIsRefusedByItsName(String filter) {
        asAdmin()
                .get("/api/v1/jobs?" + filter)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(filter.replaceFirst("=.*", "")));
    }
}
