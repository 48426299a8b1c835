package io.presencemedic.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lets templates read the API's documents by the API's own names. What is absent or null is nothing. */
@EngineConfiguration
public class JsonValues implements ValueResolver {
    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getBase() instanceof ObjectNode object
                && context.getParams().isEmpty()
                && object.hasNonNull(context.getName());
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        JsonNode value = ((ObjectNode) context.getBase()).get(context.getName());
        return CompletableFuture.completedFuture(plain(value));
    }

    /** A document's value as templates want it: texts, numbers, switches, lists; objects stay documents. */
    public static @Nullable Object plain(JsonNode value) {
        if (value.isArray()) {
            List<@Nullable Object> all = new ArrayList<>();
            value.forEach(each -> all.add(plain(each)));
            return all;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isTextual() ? value.textValue() : value.isNull() ? null : value;
    }
}
