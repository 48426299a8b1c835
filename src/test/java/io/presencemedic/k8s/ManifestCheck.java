package io.presencemedic.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Whether a manifest has only fields that its kind knows, all that it requires, and values of their types. Kubernetes'
 * own kinds are read into the official client's types; those of operators are checked by a schema of the part that is
 * used here.
 */
final class ManifestCheck {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static final Map<String, Type> TYPES = Map.of(
            "v1/ConfigMap", new Type(V1ConfigMap.class, V1ConfigMap::validateJsonElement),
            "v1/Namespace", new Type(V1Namespace.class, V1Namespace::validateJsonElement),
            "v1/Service", new Type(V1Service.class, V1Service::validateJsonElement),
            "v1/ServiceAccount", new Type(V1ServiceAccount.class, V1ServiceAccount::validateJsonElement),
            "v1/PersistentVolumeClaim",
                    new Type(V1PersistentVolumeClaim.class, V1PersistentVolumeClaim::validateJsonElement),
            "apps/v1/Deployment", new Type(V1Deployment.class, V1Deployment::validateJsonElement),
            "policy/v1/PodDisruptionBudget",
                    new Type(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement),
            "networking.k8s.io/v1/NetworkPolicy",
                    new Type(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement));

    private ManifestCheck() {}

    private interface Fields {
        void check(JsonElement manifest) throws IOException;
    }

    private record Type(Class<?> type, Fields fields) {}

    /** What is wrong with it; empty where nothing is. */
    static List<String> complaints(JsonNode manifest) throws IOException {
        String kind = manifest.path("apiVersion").asText() + "/"
                + manifest.path("kind").asText();
        Type type = TYPES.get(kind);
        return type == null ? bySchema(kind, manifest) : byType(type, manifest);
    }

    private static List<String> byType(Type type, JsonNode manifest) throws IOException {
        try {
            type.fields().check(JsonParser.parseString(manifest.toString()));
            new JSON();
            Object read = JSON.getGson().fromJson(manifest.toString(), type.type());
            return read == null ? List.of("holds nothing") : List.of();
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> bySchema(String kind, JsonNode manifest) throws IOException {
        String file = "/k8s/" + manifest.path("kind").asText() + ".schema.json";
        try (InputStream schema = ManifestCheck.class.getResourceAsStream(file)) {
            if (schema == null) {
                return List.of(kind + " is not known here");
            }
            JsonSchema rules = SCHEMAS.getSchema(schema);
            return rules.validate(manifest).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        }
    }
}
