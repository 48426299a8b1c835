package io.presencemedic.cluster.credential;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static io.presencemedic.cluster.EnteredDocuments.CLUSTERS;
import static io.presencemedic.cluster.EnteredDocuments.document;
import static io.presencemedic.cluster.EnteredDocuments.fresh;
import static io.presencemedic.cluster.EnteredDocuments.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.cluster.credential.RefusedPasswords.Login;
import io.presencemedic.cluster.credential.RefusedPasswords.Way;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import javax.sql.DataSource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** Replicas share what nodes refused, and an operator lets it be tried again. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class StoredRefusalsTest {
    private static final String WRONG = "Wr0ng-as-planted-here";

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @Test
    void anotherReplicaKnowsWhatThisOneWasRefused() {
        StoredRefusals one = new StoredRefusals(sessions, clock);
        StoredRefusals other = new StoredRefusals(sessions, clock);
        Login login = login(fresh(), WRONG);
        assertThat(other.refusedAt(login)).isEmpty();

        one.remember(login);

        assertThat(other.refusedAt(login)).isPresent();
        assertThat(other.refusedAt(login(login.cluster(), "another"))).isEmpty();
        other.forget(login);
        assertThat(one.refusedAt(login)).isEmpty();
    }

    @Test
    void theLastRefusedPasswordOfAnAccountCounts() {
        StoredRefusals refusals = new StoredRefusals(sessions, clock);
        String cluster = fresh();
        refusals.remember(login(cluster, WRONG));
        refusals.remember(login(cluster, "wrong too"));

        assertThat(refusals.refusedAt(login(cluster, "wrong too"))).isPresent();
        assertThat(refusals.refusedAt(login(cluster, WRONG))).isEmpty();
    }

    @Test
    void thePasswordItselfIsNowhereInTheDatabase() throws Exception {
        String cluster = fresh();
        new StoredRefusals(sessions, clock).remember(login(cluster, WRONG));

        try (Connection connection = database.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select r::text from refused_password r where cluster = '" + cluster + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).contains("administrator").doesNotContain(WRONG);
        }
    }

    @Test
    void anOperatorLetsTheRefusedPasswordsOfAClusterBeTriedAgain() {
        String cluster = fresh();
        post(document(cluster)).then().statusCode(201);
        StoredRefusals refusals = new StoredRefusals(sessions, clock);
        refusals.remember(login(cluster, WRONG));

        as(key("VIEWER"))
                .post(CLUSTERS + "/" + cluster + "/credentials/retry")
                .then()
                .statusCode(403);
        as(key("OPERATOR"))
                .post(CLUSTERS + "/" + cluster + "/credentials/retry")
                .then()
                .statusCode(200)
                .body("forgotten", equalTo(1));

        assertThat(refusals.refusedAt(login(cluster, WRONG))).isEmpty();
        asAdmin()
                .post(CLUSTERS + "/" + cluster + "/credentials/retry")
                .then()
                .statusCode(200)
                .body("forgotten", equalTo(0));
        asAdmin().post(CLUSTERS + "/no-such-cluster/credentials/retry").then().statusCode(404);
    }

    private static String key(String role) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"" + fresh() + "\",\"role\":\"" + role + "\"}")
                .post("/api/v1/keys")
                .path("key");
    }

    private static Login login(String cluster, String password) {
        return new Login(cluster, Way.SSH, "10.0.0.11:22", new Credential("administrator", password));
    }
}
