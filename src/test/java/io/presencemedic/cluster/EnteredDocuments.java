package io.presencemedic.cluster;

import static io.presencemedic.ServiceUnderTest.asAdmin;

import io.restassured.response.Response;
import java.util.UUID;

/** Documents of clusters, and how an administrator sends them. */
public final class EnteredDocuments {
    /** Where they are sent. */
    public static final String CLUSTERS = "/api/v1/clusters";

    static final String FINGERPRINT = "SHA256:" + "a".repeat(43);

    private EnteredDocuments() {}

    /** An id that no cluster has. */
    public static String fresh() {
        return "c-" + UUID.randomUUID();
    }

    /** A document that nothing is wrong with. */
    public static String document(String id) {
        return """
            {"id":"%s","displayName":"EMEA presence",
             "credentials":{"platform":"emea-platform","application":"emea-axl"},
             "nodes":[
              {"name":"cucm-pub","role":"CUCM_PUBLISHER","host":"192.0.2.10","sshPort":2222,"hostKey":"%s"},
              {"name":"imp-pub","role":"IMP_PUBLISHER","host":"imp-pub.example.com"},
              {"name":"imp-sub","role":"IMP_SUBSCRIBER","host":"2001:db8::12","httpsPort":443}]}
            """.formatted(id, FINGERPRINT);
    }

    /** Enters a cluster. */
    public static Response post(String body) {
        return asAdmin().contentType("application/json").body(body).post(CLUSTERS);
    }

    /** The version of a cluster as it is now. */
    static String etag(String id) {
        return asAdmin().get(CLUSTERS + "/" + id).header("ETag");
    }

    static Response put(String id, String etag, String body) {
        return asAdmin()
                .contentType("application/json")
                .header("If-Match", etag)
                .body(body)
                .put(CLUSTERS + "/" + id);
    }
}
