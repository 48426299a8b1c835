package io.presencemedic.http.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The other forms of an answer: text for a person, and the live stream. Each is a method of its own, which the
 * description of the API hides, because there an operation is one entry; here they are added to that entry.
 */
final class ApiForms {
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName PATH = DotName.createSimple(jakarta.ws.rs.Path.class);
    private static final DotName PRODUCES = DotName.createSimple(jakarta.ws.rs.Produces.class);
    private static final List<String> VERBS = List.of("GET", "POST");
    private static final String EVENTS = "text/event-stream";

    private final Map<String, TreeSet<String>> forms = new HashMap<>();

    ApiForms(IndexView index) {
        index.getAnnotations(OPERATION).stream()
                .filter(operation -> operation.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(operation -> Optional.ofNullable(operation.value("hidden"))
                        .map(AnnotationValue::asBoolean)
                        .orElse(false))
                .forEach(operation -> remember(operation.target().asMethod()));
    }

    private void remember(MethodInfo method) {
        AnnotationInstance produces = method.annotation(PRODUCES);
        if (produces == null) {
            return;
        }
        String path = pathOf(method.declaringClass().declaredAnnotation(PATH)) + pathOf(method.annotation(PATH));
        for (String verb : VERBS) {
            if (method.hasAnnotation(DotName.createSimple("jakarta.ws.rs." + verb))) {
                forms.computeIfAbsent(verb + " " + path, key -> new TreeSet<>())
                        .addAll(List.of(produces.value().asStringArray()));
            }
        }
    }

    private static String pathOf(@org.jspecify.annotations.Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }

    /** Adds the other forms of an operation to its successful answers. */
    void add(String verb, String path, Operation operation) {
        TreeSet<String> types = forms.getOrDefault(verb + " " + path, new TreeSet<>());
        for (Map.Entry<String, APIResponse> answer :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (answer.getKey().startsWith("2") && answer.getValue().getContent() != null) {
                types.forEach(type -> answer.getValue()
                        .getContent()
                        .addMediaType(type, OASFactory.createMediaType().schema(text())));
            }
        }
        if (types.contains(EVENTS)) {
            operation.addParameter(OASFactory.createParameter()
                    .name("Last-Event-ID")
                    .in(Parameter.In.HEADER)
                    .description("Of the stream: the id of the last event that the caller has; it goes on behind it.")
                    .schema(text().pattern("^[0-9]{1,18}$").maxLength(18))
                    .example("7"));
        }
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
