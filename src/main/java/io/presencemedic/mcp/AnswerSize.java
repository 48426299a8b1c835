package io.presencemedic.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Makes an answer as short as a model can read it, and says where something was left out. */
final class AnswerSize {
    /** The most characters that an answer has. */
    static final int MOST = 60_000;

    private static final int FIRST_ENTRIES = 200;
    private static final int FIRST_CHARACTERS = 4_000;

    private final int entries;
    private final int characters;
    private int leftOut;

    private AnswerSize(int entries, int characters) {
        this.entries = entries;
        this.characters = characters;
    }

    /** The document as text, with shorter lists and texts where it would be too long; {@code shortened} counts them. */
    static String fit(JsonNode document) {
        String text = document.toString();
        int entries = FIRST_ENTRIES;
        int characters = FIRST_CHARACTERS;
        while (text.length() > MOST && entries > 0) {
            AnswerSize size = new AnswerSize(entries, characters);
            JsonNode cut = size.cut(document);
            if (cut instanceof ObjectNode object) {
                object.put("shortened", size.leftOut);
            }
            text = cut.toString();
            entries /= 2;
            characters /= 2;
        }
        return text.length() > MOST
                ? "{\"shortened\":1,\"detail\":\"The answer is too long to be shown here.\"}"
                : text;
    }

    private JsonNode cut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode cut = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                cut.set(field.getKey(), cut(field.getValue()));
            }
            return cut;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode cut = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < Math.min(array.size(), entries); i++) {
                cut.add(cut(array.get(i)));
            }
            leftOut += array.size() > entries ? 1 : 0;
            return cut;
        }
        if (node.isTextual() && node.textValue().length() > characters) {
            leftOut++;
            return TextNode.valueOf(node.textValue().substring(0, characters) + " …");
        }
        return node;
    }
}
