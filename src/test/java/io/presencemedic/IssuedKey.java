package io.presencemedic;

import static io.presencemedic.ServiceUnderTest.asAdmin;

import java.util.UUID;

/** Keys that tests make for themselves. */
public final class IssuedKey {
    private IssuedKey() {}

    /**
     * A new key under a name that nothing else has.
     *
     * @param start how its name begins
     * @param members what it may do and whose it is, as members of the document
     * @return the key as its owner shows it
     */
    public static String of(String start, String members) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"" + start + "-" + UUID.randomUUID() + "\"," + members + "}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }
}
