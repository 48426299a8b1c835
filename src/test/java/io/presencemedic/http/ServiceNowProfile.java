package io.presencemedic.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes of the description of the API the one for ServiceNow, whose importer knows OpenAPI 3.0 without oneOf and anyOf,
 * and takes one content type per answer. Its outbound requests end after 30 seconds and take 5 MB: lists are shorter,
 * archives come in parts, and what is longer than that by nature is left out.
 */
final class ServiceNowProfile {
    private static final int LONGEST_LIST = 50;
    private static final Set<String> TOO_LARGE = Set.of("/api/v1/jobs/{id}/transcripts");
    private static final List<String> PREFERRED =
            List.of("application/json", "application/problem+json", "application/zip", "text/plain");

    private ServiceNowProfile() {}

    static ObjectNode of(JsonNode api) {
        ObjectNode profile = api.deepCopy();
        profile.put("openapi", "3.0.3");
        ObjectNode license = (ObjectNode) profile.at("/info/license");
        license.remove("identifier");
        license.put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        ((ObjectNode) profile.get("paths")).remove(TOO_LARGE);
        profile.get("paths").forEach(path -> path.forEach(ServiceNowProfile::operation));
        profile.at("/components/responses").forEach(ServiceNowProfile::oneContent);
        schemas(profile, api.at("/components/schemas"));
        dropUnused(profile);
        return profile;
    }

    private static void operation(JsonNode operation) {
        if (operation.has("requestBody")) {
            oneContent(operation.get("requestBody"));
        }
        operation.path("responses").forEach(ServiceNowProfile::oneContent);
        operation.path("parameters").forEach(ServiceNowProfile::parameter);
    }

    private static void parameter(JsonNode parameter) {
        String name = parameter.path("name").asText();
        if (name.equals("limit")) {
            ((ObjectNode) parameter.get("schema")).put("maximum", LONGEST_LIST);
        }
        if (name.equals("max-part-size")) {
            ((ObjectNode) parameter).put("required", true).put("example", "4MB");
        }
    }

    private static void oneContent(JsonNode described) {
        if (!(described.path("content") instanceof ObjectNode content) || content.size() < 2) {
            return;
        }
        PREFERRED.stream()
                .flatMap(type -> content.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(key -> key.split(";", 2)[0].equals(type)))
                .findFirst()
                .ifPresent(content::retain);
    }

    /** Examples are left as they are: a member of theirs may be called like a keyword. */
    private static void schemas(JsonNode node, JsonNode known) {
        if (node instanceof ObjectNode object) {
            schema(object, known);
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
            for (Map.Entry<String, JsonNode> member : members) {
                if (!Set.of("example", "examples", "enum", "default").contains(member.getKey())) {
                    schemas(member.getValue(), known);
                }
            }
        } else {
            node.forEach(each -> schemas(each, known));
        }
    }

    private static void schema(ObjectNode schema, JsonNode known) {
        if (schema.path("anyOf") instanceof ArrayNode either) {
            schema.remove("anyOf");
            nullable(schema, known.get(either.get(0).get("$ref").asText().replaceAll(".*/", "")));
        }
        if (schema.path("type") instanceof ArrayNode types) {
            types.forEach(type -> schema.put(type.asText().equals("null") ? "nullable" : "type", type.asText()));
            schema.put("nullable", true);
        }
        if (schema.path("examples") instanceof ArrayNode examples && !examples.isEmpty()) {
            schema.remove("examples");
            schema.set("example", examples.get(0));
        }
        if (schema.path("additionalProperties") instanceof ObjectNode any && any.isEmpty()) {
            schema.put("additionalProperties", true);
        }
    }

    /** A reference takes nothing beside itself in 3.0, so what may be null is written out. */
    private static void nullable(ObjectNode schema, JsonNode meant) {
        meant.properties().stream()
                .filter(member -> !schema.has(member.getKey()))
                .forEach(member -> schema.set(member.getKey(), member.getValue().deepCopy()));
        schema.put("nullable", true);
        if (schema.path("enum") instanceof ArrayNode values) {
            values.addNull();
        }
    }

    private static void dropUnused(ObjectNode profile) {
        ObjectNode schemas = (ObjectNode) profile.at("/components/schemas");
        int before;
        do {
            before = schemas.size();
            Set<String> used = Set.copyOf(profile.findValuesAsText("$ref"));
            schemas.properties().removeIf(schema -> !used.contains("#/components/schemas/" + schema.getKey()));
        } while (schemas.size() < before);
    }
}
