package io.presencemedic.mcp;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An agent's session with the door, spoken by hand. */
final class McpSession {
    /** Writes each character as JSON has it, also those that show nothing. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String key;
    private final String id;
    private int messages;

    private McpSession(String key, String id) {
        this.key = key;
        this.id = id;
    }

    /** A key for what an agent does: it diagnoses and plans. */
    static String agentsKey() {
        return key("{\"verbs\":[\"DIAGNOSE\",\"PLAN\"]}");
    }

    /** A key with one grant, that somebody else answers for than the admin of the tests. */
    static String key(String grant) {
        return asAdmin()
                .contentType("application/json")
                .body("{\"name\":\"agent-" + UUID.randomUUID() + "\",\"owner\":\"agents\",\"grants\":[" + grant + "]}")
                .post("/api/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    static McpSession open(String key) {
        Response answer = message(key)
                .body(Map.of(
                        "jsonrpc",
                        "2.0",
                        "id",
                        0,
                        "method",
                        "initialize",
                        "params",
                        Map.of(
                                "protocolVersion", "2025-06-18",
                                "capabilities", Map.of(),
                                "clientInfo", Map.of("name", "test", "version", "1"))))
                .post(McpDoor.PATH);
        answer.then().statusCode(200);
        McpSession session = new McpSession(key, answer.header("Mcp-Session-Id"));
        session.send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"))
                .then()
                .statusCode(202);
        return session;
    }

    static RequestSpecification message(String key) {
        return as(key).contentType("application/json").accept("application/json, text/event-stream");
    }

    Response send(Object message) {
        return message(key)
                .header("Mcp-Session-Id", id)
                .body(MAPPER.valueToTree(message).toString())
                .post(McpDoor.PATH);
    }

    JsonPath request(String method, Map<String, ?> params) {
        return good(answer(method, params));
    }

    private Response answer(String method, Map<String, ?> params) {
        return send(Map.of("jsonrpc", "2.0", "id", ++messages, "method", method, "params", params));
    }

    private static JsonPath good(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    /**
     * Calls a tool; a message with characters that no text has is refused as a whole. Names and values of its arguments
     * follow each other.
     */
    Answer call(String tool, Object... arguments) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return call(tool, named);
    }

    Answer call(String tool, Map<String, ?> arguments) {
        Response given = answer("tools/call", Map.of("name", tool, "arguments", arguments));
        if (given.statusCode() == 400) {
            return new Answer(true, given.asString());
        }
        JsonPath answer = good(given);
        String text = answer.getString("result.content[0].text");
        return new Answer(text == null || answer.getBoolean("result.isError"), text == null ? answer.prettify() : text);
    }

    /**
     * What a tool answered.
     *
     * @param text its document, or the protocol's own error
     */
    record Answer(boolean isError, String text) {
        JsonPath document() {
            return JsonPath.from(text);
        }

        JsonPath good() {
            assertThat(isError).as(text).isFalse();
            return document();
        }

        void refused(String code) {
            assertThat(isError).as(text).isTrue();
            assertThat(document().getString("code")).as(text).isEqualTo(code);
        }
    }
}
