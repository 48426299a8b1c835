package io.presencemedic;

import static io.restassured.RestAssured.when;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class StartTest {
    @Test
    void itStartsAndSaysThatItIsReady() {
        when().get("/q/health/ready").then().statusCode(200);
    }
}
