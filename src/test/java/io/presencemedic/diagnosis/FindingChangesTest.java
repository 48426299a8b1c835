package io.presencemedic.diagnosis;

import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.Blocking;
import io.presencemedic.diagnosis.fact.Evidence;
import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.FindingBuilder;
import io.presencemedic.diagnosis.fact.Severity;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What webhooks are told of the findings of diagnoses. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class FindingChangesTest {
    private final String cluster = "found-" + UUID.randomUUID();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @Inject
    OpenFindings open;

    @Inject
    Mutiny.SessionFactory sessions;

    @BeforeEach
    void somebodyWantsToKnow() {
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\":\"w-" + UUID.randomUUID() + "\",\"url\":\"http://127.0.0.1:1/\",\"enabled\":false,"
                        + "\"events\":[\"FINDING_NEW\",\"FINDING_GONE\"],\"clusters\":[\"" + cluster + "\"]}")
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201);
    }

    private static Finding finding(String code, String node) {
        Evidence evidence = new Evidence(node, "utils service list", 1, "Cisco Presence Engine[STARTING]");
        return new FindingBuilder()
                .code(code)
                .item("D2")
                .severity(Severity.ERROR)
                .summary(code + " is so.")
                .evidence(List.of(evidence))
                .defects(List.of())
                .causes(List.of())
                .nodes(List.of())
                .services(List.of())
                .remedies(List.of())
                .byHand(List.of())
                .build();
    }

    private Diagnosis diagnosis(List<Undetermined> undetermined, Finding... findings) {
        return new Diagnosis(UUID.randomUUID(), cluster, now, Arrays.asList(findings), undetermined, null, List.of());
    }

    private void diagnosed(Finding... findings) {
        compare(diagnosis(List.of(), findings));
    }

    private void compare(Diagnosis diagnosis) {
        now = now.plus(Duration.ofMinutes(5));
        Blocking.await(sessions.withTransaction(session -> open.compare(session, diagnosis)));
    }

    private List<String> told() {
        return Blocking.await(sessions.withSession(session -> session.createNativeQuery(
                        "select kind || ' ' || gravity || ' ' || message_key from notification where cluster = :cluster"
                                + " order by id",
                        String.class)
                .setParameter("cluster", cluster)
                .getResultList()));
    }

    private String key(String code, String node) {
        return "presence-medic:finding:" + cluster + ":" + code + ":" + node;
    }

    @Test
    void theBeginningAndTheEndOfAFindingAreToldOnceEach() {
        diagnosed(finding("A", "imp-pub"));
        diagnosed(finding("A", "imp-pub"), finding("A", "imp-sub"));
        diagnosed(finding("A", "imp-sub"));
        diagnosed(finding("A", "imp-sub"));

        assertThat(told())
                .containsExactly(
                        "FINDING_NEW MAJOR " + key("A", "imp-pub"),
                        "FINDING_NEW MAJOR " + key("A", "imp-sub"),
                        "FINDING_GONE CLEAR " + key("A", "imp-pub"));
    }

    @Test
    void whatCouldNotBeFoundOutIsNotSaidToBeGone() {
        diagnosed(finding("A", "imp-pub"), finding("B", "imp-sub"));
        compare(diagnosis(List.of(new Undetermined("imp-sub", "SERVICES", "the node does not answer"))));
        diagnosed();

        assertThat(told())
                .endsWith("FINDING_GONE CLEAR " + key("A", "imp-pub"), "FINDING_GONE CLEAR " + key("B", "imp-sub"))
                .hasSize(4);
    }

    @Test
    void anOlderDiagnosisThatEndsLaterSaysNothingNew() {
        Diagnosis older = diagnosis(List.of(), finding("A", "imp-pub"));
        now = now.plus(Duration.ofMinutes(1));
        diagnosed();
        compare(older);

        assertThat(told()).isEmpty();
    }

    @Test
    void aDiagnosisThatIsKeptTwiceIsToldOnce() {
        Diagnosis diagnosis = diagnosis(List.of(), finding("A", "imp-pub"));
        compare(diagnosis);
        compare(diagnosis);

        assertThat(told()).hasSize(1);
    }
}
