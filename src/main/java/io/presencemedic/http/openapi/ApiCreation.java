package io.presencemedic.http.openapi;

import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.Prefer;
import io.presencemedic.http.creation.StoredAnswer;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What holds for all operations that create something, and for those that begin work which takes its time. */
final class ApiCreation {
    private ApiCreation() {}

    static void describe(Operation operation) {
        APIResponses answers = operation.getResponses();
        if (answers.hasAPIResponse("201")) {
            repeatable(operation, answers.getAPIResponse("201"));
        }
        if (answers.hasAPIResponse("202")) {
            repeatable(operation, answers.getAPIResponse("202"));
        }
        parameter(operation, Prefer.HEADER).ifPresent(prefer -> {
            operation.removeParameter(prefer);
            awaitable(operation, answers.getAPIResponse("202"));
        });
    }

    private static Optional<Parameter> parameter(Operation operation, String name) {
        List<Parameter> all = operation.getParameters();
        return all == null
                ? Optional.empty()
                : all.stream().filter(each -> name.equals(each.getName())).findFirst();
    }

    private static void repeatable(Operation operation, APIResponse answer) {
        operation.addParameter(header(
                IdempotencyKey.HEADER,
                "Names this request, so that it can be repeated without creating twice.",
                "2f1c0a52-7a3e-4b1c-9d0f-5f2f6f0f7c11"));
        answer.addHeader(
                "Location",
                OASFactory.createHeader().description("Where it is.").schema(text()));
        answer.addHeader(
                StoredAnswer.REPLAYED,
                OASFactory.createHeader()
                        .description("true where an earlier request with the same key created it.")
                        .schema(text()));
    }

    private static void awaitable(Operation operation, APIResponse begun) {
        operation.addParameter(header(
                Prefer.HEADER,
                "How many seconds to wait for the end before answering, at most " + Prefer.LONGEST.toSeconds() + ".",
                "wait=10"));
        APIResponse ended = OASFactory.createAPIResponse()
                .description("It ended within the time that Prefer named")
                .content(begun.getContent());
        ended.addHeader(
                Prefer.APPLIED,
                OASFactory.createHeader()
                        .description("The wait that was granted.")
                        .schema(text()));
        operation.getResponses().addAPIResponse("200", ended);
    }

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text().minLength(1).maxLength(255))
                .example(example);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
