package io.presencemedic.http.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The examples of the API's description. They are files beside the code: {@code openapi/<operation>.request.json} and
 * {@code openapi/<operation>.response.json}, or {@code .txt} for plain text.
 */
final class ApiExamples {
    private static final Map<String, String> ENDINGS = Map.of(
            "application/json", "json",
            "application/x-ndjson", "ndjson.json",
            "text/plain", "txt",
            "text/*", "txt",
            "text/event-stream", "sse.txt",
            "text/markdown", "md",
            "text/html", "html");

    private final ObjectMapper json = new ObjectMapper();

    void add(Operation operation) {
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), operation.getOperationId() + ".request");
        }
        for (Map.Entry<String, APIResponse> response :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (response.getKey().startsWith("2")) {
                add(response.getValue().getContent(), operation.getOperationId() + ".response");
            }
        }
    }

    private void add(@Nullable Content content, String name) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, media) -> {
            if (media.getExample() == null && media.getExamples() == null) {
                find(type, name).ifPresent(media::setExample);
            }
        });
    }

    private Optional<Object> find(String type, String name) {
        String ending = ENDINGS.get(type.split(";", 2)[0]);
        String file = "openapi/" + name + "." + ending;
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(ending != null && ending.endsWith("json") ? json.readValue(in, Object.class) : text(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The example " + file + " cannot be read", e);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
