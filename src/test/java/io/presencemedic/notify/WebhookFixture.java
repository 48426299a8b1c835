package io.presencemedic.notify;

import static io.presencemedic.ServiceUnderTest.asAdmin;

import io.presencemedic.database.Blocking;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** Endpoints of a running service. */
final class WebhookFixture {
    static final String WEBHOOKS = "/api/v1/webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private WebhookFixture() {}

    static String document(String url, String more) {
        return "{\"name\":\"hook-" + UUID.randomUUID() + "\",\"url\":\"" + url + "\",\"events\":[\"JOB_FINISHED\"]" + more
                + "}";
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
    static void until(Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to be so within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    static void forgetAll(Mutiny.SessionFactory sessions) {
        for (String table : new String[] {"webhook", "notification"}) {
            Blocking.await(sessions.withTransaction(session ->
                    session.createNativeQuery("delete from " + table).executeUpdate()));
        }
    }
}
