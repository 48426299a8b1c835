package io.presencemedic.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples in the description of the API are what its schemas say. */
class ApiExamplesIT {
    private final JsonNode api = read();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("target/openapi/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyExampleOfABodyIsValid() {
        List<String> wrong = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getValue().path("operationId").asText();
                    check(operation.getValue().path("requestBody"), name + " request", wrong);
                    operation
                            .getValue()
                            .path("responses")
                            .properties()
                            .forEach(answer -> check(answer.getValue(), name + " " + answer.getKey(), wrong));
                }));
        api.at("/components/responses")
                .properties()
                .forEach(answer -> check(answer.getValue(), answer.getKey(), wrong));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyExampleOfASchemaIsValid() {
        List<String> wrong = new ArrayList<>();
        api.at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("examples")
                .forEach(example -> validate(schema.getValue(), example, schema.getKey(), wrong)));
        assertThat(wrong).isEmpty();
    }

    private void check(JsonNode described, String name, List<String> wrong) {
        described.path("content").properties().stream()
                .filter(media -> media.getValue().has("example"))
                .forEach(media -> validate(
                        media.getValue().get("schema"),
                        media.getValue().get("example"),
                        name + " " + media.getKey(),
                        wrong));
    }

    private void validate(JsonNode schema, JsonNode example, String name, List<String> wrong) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", api.get("components"));
        whole.putArray("allOf").add(schema);
        factory.getSchema(whole).validate(example).forEach(message -> wrong.add(name + ": " + message));
    }
}
