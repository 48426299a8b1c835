package io.presencemedic.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.IssuedKey;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person who has logged in to the pages with a key. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Cookie session;
    private final String csrf;

    private Browser(Cookie session) {
        this.session = session;
        Matcher found = CSRF.matcher(page("/console/analyse").asString());
        assertThat(found.find()).isTrue();
        this.csrf = found.group(1);
    }

    /** Logs in with a key. */
    static Browser with(String key) {
        return new Browser(anonymous()
                .formParam("key", key)
                .post("/console/login")
                .then()
                .statusCode(303)
                .extract()
                .detailedCookie("medic_session"));
    }

    /** Logs in with a new key of that role, or with those grants. */
    static Browser as(String member, String value) {
        return with(IssuedKey.of("person", "\"" + member + "\":" + value));
    }

    /** The cookie that names the session. */
    Cookie session() {
        return session;
    }

    /** The word by which the service knows its own forms of this session. */
    String csrf() {
        return csrf;
    }

    static RequestSpecification anonymous() {
        return given().redirects().follow(false).accept("text/html");
    }

    RequestSpecification request() {
        return anonymous().cookie(session);
    }

    Response page(String address) {
        return request().get(address);
    }

    /** A form of one of our pages. */
    RequestSpecification form() {
        return form(UUID.randomUUID().toString());
    }

    /** A form that bears this mark: sent twice, it does its work once. */
    RequestSpecification form(String once) {
        return request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf", csrf)
                .formParam("key", once);
    }
}
