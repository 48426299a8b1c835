package io.presencemedic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Holds each answer of the API that a test gets against the kept description: its status and its document. */
public final class DescribedAnswers implements Filter {
    /** Those of this checkout's description. */
    public static final DescribedAnswers KEPT = load();

    private static final String WHERE = "https://presence-medic.test/openapi.json";
    private static final String API = "/api/v1/";

    private final List<Described> operations = new ArrayList<>();
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> known = new ConcurrentHashMap<>();
    private final JsonNode document;

    /** An operation of the description, and the addresses that it is for. */
    private record Described(String method, Pattern address, String template, JsonNode responses) {
        String pointer(String status, String type) {
            return "/paths/" + escaped(template) + "/" + method + "/responses/" + status + "/content/" + escaped(type)
                    + "/schema";
        }

        private static String escaped(String part) {
            return part.replace("~", "~0").replace("/", "~1");
        }
    }

    private DescribedAnswers(JsonNode document) {
        this.document = document;
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(WHERE, document.toString()))));
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            Pattern address = Pattern.compile(path.getKey().replaceAll("\\{[^}]*}", "[^/]+"));
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.add(new Described(
                        operation.getKey(),
                        address,
                        path.getKey(),
                        operation.getValue().path("responses")));
            }
        }
    }

    private static DescribedAnswers load() {
        try {
            return new DescribedAnswers(new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("openapi/openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification wanted, FilterContext next) {
        Response answer = next.next(request, wanted);
        String path = URI.create(request.getURI()).getPath();
        if (path != null && path.startsWith(API)) {
            operations.stream()
                    .filter(each -> each.method().equals(request.getMethod().toLowerCase(Locale.ROOT)))
                    .filter(each -> each.address().matcher(path).matches())
                    .min((a, b) -> Integer.compare(parameters(a), parameters(b)))
                    .ifPresent(operation -> check(operation, answer, request.getMethod() + " " + path));
        }
        return answer;
    }

    /** Of two addresses that fit, the one with fewer parameters is meant. */
    private static int parameters(Described operation) {
        return operation.template().split("\\{", -1).length;
    }

    private void check(Described operation, Response answer, String what) {
        String status = String.valueOf(answer.statusCode());
        JsonNode described = operation.responses().path(status);
        if (described.isMissingNode()) {
            throw new AssertionError(
                    what + ": the description names no answer " + status + "; it was " + answer.asString());
        }
        String type = String.valueOf(answer.contentType()).split(";", 2)[0].trim();
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            return;
        }
        JsonSchema schema = known.computeIfAbsent(pointer(operation, status, type), place -> schema(place, what));
        Set<ValidationMessage> wrong = schema.validate(answer.asString(), InputFormat.JSON);
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    what + ": the answer is not as described: " + wrong + "; it was " + answer.asString());
        }
    }

    /** Where the schema of the answer stands: with the operation, or with the answers that all have in common. */
    private static String pointer(Described operation, String status, String type) {
        String common = operation.responses().path(status).path("$ref").asText("");
        return common.isEmpty()
                ? operation.pointer(status, type)
                : common.substring(1) + "/content/" + Described.escaped(type) + "/schema";
    }

    private JsonSchema schema(String place, String what) {
        if (document.at(place).isMissingNode()) {
            throw new AssertionError(what + ": the description has no " + place);
        }
        return schemas.getSchema(SchemaLocation.of(WHERE + "#" + place));
    }
}
