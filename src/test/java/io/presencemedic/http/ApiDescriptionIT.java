package io.presencemedic.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Looks at the description of the API that the build has just written. */
class ApiDescriptionIT {
    private static final Path WRITTEN = Path.of("target/openapi/openapi.yaml");
    private static final Path KEPT = Path.of("openapi/openapi.yaml");
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode api = read();

    private record Operation(String name, String path, JsonNode description) {}

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(WRITTEN.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        api.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> all.add(
                        new Operation(member.getKey() + " " + path.getKey(), path.getKey(), member.getValue()))));
        return all;
    }

    @Test
    void theKeptDescriptionIsTheOneThatTheBuildWrites() throws IOException {
        assertThat(KEPT)
                .as("The API has changed. Look at the difference, then: cp %s %s", WRITTEN, KEPT)
                .hasContent(Files.readString(WRITTEN));
    }

    /** Written here, because it is made of what the build has written. */
    @Test
    void theKeptProfileForServiceNowIsMadeOfIt() throws IOException {
        Path written = WRITTEN.resolveSibling("servicenow.json");
        Path kept = KEPT.resolveSibling("servicenow.json");
        String profile = ServiceNowProfile.of(api).toPrettyString() + "\n";
        Files.writeString(written, profile);
        assertThat(profile).doesNotContain("\"oneOf\"", "\"anyOf\"", "\"text/event-stream\"");
        assertThat(kept)
                .as("The API has changed. Look at the difference, then: cp %s %s", written, kept)
                .hasContent(profile);
    }

    @Test
    void theOtherFormsOfAnswersAreDeclared() {
        JsonNode events = api.at("/paths/~1api~1v1~1jobs~1{id}~1events/get");
        assertThat(events.at("/responses/200/content").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("application/json", "text/event-stream", "text/plain");
        assertThat(events.findValuesAsText("name")).contains("Last-Event-ID");
        assertThat(api.at("/paths/~1api~1v1~1clusters~1{cluster}/get/responses/200/headers/ETag")
                        .isObject())
                .isTrue();
        assertThat(api.at("/components/schemas/JobRequest/properties/mode/default")
                        .asText())
                .isEqualTo("EXECUTE");
        assertThat(api.at("/info/license/identifier").asText()).isEqualTo("Apache-2.0");
    }

    /** Generators make methods of them. */
    @Test
    void everyOperationIdIsGoodAsTheNameOfAMethod() {
        assertThat(operations()).allSatisfy(operation -> assertThat(
                        operation.description().path("operationId").asText())
                .matches("[a-z][A-Za-z]{2,39}"));
    }

    @Test
    void everyOperationSaysWhatItDoes() {
        for (Operation operation : operations()) {
            for (String member : List.of("summary", "description", "operationId", "tags")) {
                assertThat(operation.description().path(member).isMissingNode())
                        .as(operation.name() + " has no " + member)
                        .isFalse();
            }
        }
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        Set<String> seen = new HashSet<>();
        for (Operation operation : operations()) {
            assertThat(seen.add(operation.description().path("operationId").asText()))
                    .as(operation.name())
                    .isTrue();
        }
    }

    @Test
    void everyOperationShowsAnExampleOfWhatItTakesAndGives() {
        List<String> without = new ArrayList<>();
        for (Operation operation : operations()) {
            withoutExample(operation.description().path("requestBody"), operation.name() + " request", without);
            operation.description().path("responses").properties().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .forEach(response ->
                            withoutExample(response.getValue(), operation.name() + " " + response.getKey(), without));
        }
        assertThat(without).isEmpty();
    }

    /** An archive cannot be shown in a text. */
    private static void withoutExample(JsonNode described, String name, List<String> without) {
        described.path("content").properties().stream()
                .filter(media -> !media.getKey().equals("application/zip"))
                .filter(media ->
                        !media.getValue().has("example") && !media.getValue().has("examples"))
                .forEach(media -> without.add(name + " " + media.getKey()));
    }

    @Test
    void everyOperationTellsItsErrorsAsProblems() {
        for (Operation operation : operations()) {
            JsonNode responses = operation.description().path("responses");
            for (String status : expectedErrors(operation)) {
                assertThat(isProblem(responses.path(status)))
                        .as(operation.name() + " does not describe " + status)
                        .isTrue();
            }
        }
    }

    private static List<String> expectedErrors(Operation operation) {
        List<String> expected = new ArrayList<>(List.of("401", "403", "500", "503"));
        if (operation.path().contains("{")) {
            expected.add("404");
        }
        if (operation.description().has("requestBody")) {
            expected.addAll(List.of("400", "413", "415"));
        }
        return expected;
    }

    private boolean isProblem(JsonNode response) {
        JsonNode resolved =
                response.has("$ref") ? api.at(response.get("$ref").asText().substring(1)) : response;
        return resolved.path("content").has(Problem.MEDIA_TYPE);
    }

    @Test
    void everyAnswerThatIsDescribedHasASchema() {
        for (Operation operation : operations()) {
            operation.description().path("responses").properties().stream()
                    .flatMap(response -> response.getValue().path("content").properties().stream())
                    .forEach(media -> assertThat(media.getValue().has("schema"))
                            .as(operation.name())
                            .isTrue());
        }
    }

    @Test
    void everythingThatItPointsToIsThere() {
        for (String pointer : api.findValuesAsText("$ref")) {
            assertThat(api.at(pointer.substring(1)).isMissingNode()).as(pointer).isFalse();
        }
    }

    @Test
    void whatBeginsAJobMayBeWaitedFor() {
        assertThat(operations().stream()
                        .filter(operation -> operation
                                .description()
                                .path("parameters")
                                .findValuesAsText("name")
                                .contains("Prefer"))
                        .map(ApiDescriptionIT::id))
                .containsExactlyInAnyOrder("submitJob", "retryJob", "createDiagnosis", "createBundle", "runSchedule");
        for (Operation operation : operations()) {
            assertThat(operation.description().at("/responses/200/headers").has("Preference-Applied"))
                    .as(operation.name())
                    .isEqualTo(operation
                            .description()
                            .path("parameters")
                            .findValuesAsText("name")
                            .contains("Prefer"));
        }
    }

    @Test
    void aBodyThatMayBeLeftOutIsSaidToBe() {
        assertThat(operations().stream()
                        .filter(operation -> operation.description().has("requestBody"))
                        .filter(operation -> !operation
                                .description()
                                .at("/requestBody/required")
                                .asBoolean())
                        .map(ApiDescriptionIT::id))
                .containsExactlyInAnyOrder(
                        "createDiagnosis", "cancelJob", "acknowledgeJob", "runSchedule", "rotateWebhookSecret");
    }

    private static String id(Operation operation) {
        return operation.description().path("operationId").asText();
    }

    @Test
    void itSaysHowToShowAKey() {
        assertThat(api.at("/components/securitySchemes/apiKeyHeader/name").asText())
                .isEqualTo("X-API-Key");
        assertThat(api.at("/components/securitySchemes/apiKeyBearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(api.get("security")).hasSize(2);
    }
}
