package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;

/**
 * Text that PostgreSQL and the terminals of this world can keep: no NUL, no half of a character, and nothing that turns
 * the direction of what follows. Callers are refused with any other; what a node has said is made such text.
 */
public final class KeepableText {
    private static final int FIRST_EMBEDDING = 0x202A;
    private static final int LAST_OVERRIDE = 0x202E;
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2069;
    private static final int REPLACEMENT = 0xFFFD;

    private KeepableText() {}

    /** The text with U+FFFD in the place of each character that cannot be kept. */
    public static String of(String text) {
        if (isKeepable(text)) {
            return text;
        }
        return text.codePoints()
                .map(each -> isUnkeepable(each) ? REPLACEMENT : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Makes a mapper write such text alone. */
    public static Module whenWriting() {
        return new SimpleModule("keepable-text").addSerializer(String.class, new Writer());
    }

    static boolean isKeepable(String text) {
        return text.codePoints().noneMatch(KeepableText::isUnkeepable);
    }

    private static boolean isUnkeepable(int codePoint) {
        return codePoint == 0
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                || (codePoint >= FIRST_EMBEDDING && codePoint <= LAST_OVERRIDE)
                || (codePoint >= FIRST_ISOLATE && codePoint <= LAST_ISOLATE);
    }

    private static final class Writer extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(of(text));
        }
    }
}
