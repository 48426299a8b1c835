package io.presencemedic;

import static io.presencemedic.ServiceUnderTest.asAdmin;

import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.simulator.Account;
import io.presencemedic.simulator.SimulatedEndpoint;
import io.presencemedic.simulator.Simulator;
import io.presencemedic.simulator.SimulatorSettings;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A simulated cluster that somebody entered into the inventory as a real one: without host keys, with the certificate
 * that its web services show. The service must know the accounts {@link #ACCOUNTS}.
 */
public final class EnteredCluster implements AutoCloseable {
    /** Configuration of the credentials that it names. */
    public static final Map<String, String> ACCOUNTS = Map.of(
            "medic.credentials.\"simulated-platform\".username", Account.PLATFORM.username(),
            "medic.credentials.\"simulated-platform\".password", Account.PLATFORM.password(),
            "medic.credentials.\"simulated-application\".username", Account.APPLICATION.username(),
            "medic.credentials.\"simulated-application\".password", Account.APPLICATION.password());

    /** The credentials that it names. */
    public static final CredentialNames CREDENTIALS =
            new CredentialNames("simulated-platform", "simulated-application");

    private static final double FACTOR = 200;

    public final String id = "entered-" + UUID.randomUUID();
    public final Simulator simulator;

    public EnteredCluster(String scenario, boolean legacyAlgorithms) {
        simulator = Simulator.start(
                SimulatorSettings.of(ServiceUnderTest.temporaryFolder(), scenario, FACTOR, false, Clock.systemUTC())
                        .passing());
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        id,
                        "displayName",
                        "Entered",
                        "legacyAlgorithms",
                        legacyAlgorithms,
                        "trustedCertificates",
                        simulator.certificate(),
                        "credentials",
                        Map.of("platform", CREDENTIALS.platform(), "application", CREDENTIALS.application()),
                        "nodes",
                        simulator.endpoints().stream().map(EnteredCluster::node).toList()))
                .post("/api/v1/clusters")
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> node(SimulatedEndpoint endpoint) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", endpoint.name());
        node.put("role", endpoint.role());
        node.put("host", endpoint.host());
        node.put("sshPort", endpoint.sshPort());
        node.put("httpsPort", endpoint.httpsPort());
        return node;
    }

    /** Asks for a diagnosis, without waiting for it. */
    public String diagnosis() {
        return asAdmin()
                .post("/api/v1/clusters/" + id + "/diagnoses")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Asks for a diagnosis and waits for it. */
    public ValidatableResponse diagnosed() {
        return asAdmin()
                .header("Prefer", "wait=60")
                .post("/api/v1/clusters/" + id + "/diagnoses")
                .then()
                .statusCode(200);
    }

    /** The host keys of its nodes by the inventory. */
    public List<String> hostKeys() {
        return asAdmin().get("/api/v1/clusters/" + id).jsonPath().getList("nodes.hostKey");
    }

    @Override
    public void close() {
        simulator.close();
    }
}
