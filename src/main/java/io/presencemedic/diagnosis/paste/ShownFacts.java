package io.presencemedic.diagnosis.paste;

import io.presencemedic.redaction.SecretTokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as they may be shown: what stands in a secret's place while a log is read is shown as the mask. */
final class ShownFacts {
    private ShownFacts() {}

    static Map<String, Object> of(Map<String, Object> facts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        facts.forEach((key, value) -> shown.put(SecretTokens.shown(key), nonNull(value)));
        return shown;
    }

    private static Object nonNull(Object value) {
        Object shown = shown(value);
        return shown == null ? value : shown;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof String text) {
            return SecretTokens.shown(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            map.forEach((key, each) -> shown.put(SecretTokens.shown(String.valueOf(key)), shown(each)));
            return shown;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> shown = new ArrayList<>();
            list.forEach(each -> shown.add(shown(each)));
            return shown;
        }
        return value;
    }
}
