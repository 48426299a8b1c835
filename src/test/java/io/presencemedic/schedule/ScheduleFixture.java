package io.presencemedic.schedule;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;

import io.presencemedic.database.Blocking;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Schedules of a running service, on a cluster that nobody answers for. */
final class ScheduleFixture {
    static final String SCHEDULES = "/api/v1/schedules";

    private ScheduleFixture() {}

    /** Enters a cluster whose nodes do not answer. */
    static String cluster() {
        String id = "timed-" + UUID.randomUUID();
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"id\":\"" + id + "\",\"displayName\":\"Timed\","
                        + "\"credentials\":{\"platform\":\"p\",\"application\":\"a\"},\"nodes\":["
                        + "{\"name\":\"cucm-pub\",\"role\":\"CUCM_PUBLISHER\",\"host\":\"127.0.0.1\",\"sshPort\":1},"
                        + "{\"name\":\"imp-pub\",\"role\":\"IMP_PUBLISHER\",\"host\":\"127.0.0.2\",\"sshPort\":1}]}")
                .post("/api/v1/clusters")
                .then()
                .statusCode(201);
        return id;
    }

    static String document(String cluster, String more) {
        return document(cluster, "0 6 * * *", more);
    }

    static String document(String cluster, String cron, String more) {
        return "{\"name\":\"s-" + UUID.randomUUID() + "\",\"cluster\":\"" + cluster
                + "\",\"runbook\":\"diagnosis\",\"cron\":\"" + cron + "\",\"timeZone\":\"UTC\"" + more + "}";
    }

    static String recovery(String cluster, String mode, String more) {
        return document(cluster, ",\"mode\":\"" + mode + "\"" + more).replace("\"diagnosis\"", "\"recover\"");
    }

    static ValidatableResponse create(String key, String document) {
        return as(key).contentType(ContentType.JSON)
                .body(document)
                .post(SCHEDULES)
                .then();
    }

    static ValidatableResponse create(String document) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(document)
                .post(SCHEDULES)
                .then();
    }

    static String created(String document) {
        return create(document).statusCode(201).extract().path("id");
    }

    static ValidatableResponse get(String path) {
        return asAdmin().get(SCHEDULES + "/" + path).then();
    }

    static ValidatableResponse post(String path, String body) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .post(SCHEDULES + "/" + path)
                .then();
    }

    /** A new key with these grants; its id and the key itself. */
    static String[] key(String grants) {
        var made = asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"k-" + UUID.randomUUID() + "\",\"grants\":" + grants + "}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract();
        return new String[] {made.path("id"), made.path("key")};
    }

    static void forgetAll(Mutiny.SessionFactory sessions) {
        Blocking.await(sessions.withTransaction(
                session -> session.createNativeQuery("delete from schedule").executeUpdate()));
    }
}
