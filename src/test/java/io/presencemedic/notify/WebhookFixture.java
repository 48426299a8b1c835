package io.presencemedic.notify;

import static io.presencemedic.Eventually.eventually;
import static io.presencemedic.ServiceUnderTest.asAdmin;

import io.presencemedic.database.Blocking;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.reactive.mutiny.Mutiny;

/** Endpoints of a running service. */
final class WebhookFixture {
    static final String WEBHOOKS = "/api/v1/webhooks";

    private WebhookFixture() {}

    static String document(String url, String more) {
        return "{\"name\":\"hook-" + UUID.randomUUID() + "\",\"url\":\"" + url + "\",\"events\":[\"JOB_FINISHED\"]"
                + more + "}";
    }

    static ValidatableResponse create(String document) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(document)
                .post(WEBHOOKS)
                .then();
    }

    static String created(String document) {
        return create(document).statusCode(201).extract().path("id");
    }

    static ValidatableResponse post(String path, String body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post(path).then();
    }

    static ValidatableResponse get(String path) {
        return asAdmin().get(path).then();
    }

    /** Looks again and again until something is so. */
    static void until(Callable<Boolean> isSo) {
        eventually().until(isSo);
    }

    static void forgetAll(Mutiny.SessionFactory sessions) {
        for (String table : new String[] {"webhook", "notification"}) {
            Blocking.await(sessions.withTransaction(
                    session -> session.createNativeQuery("delete from " + table).executeUpdate()));
        }
    }
}
