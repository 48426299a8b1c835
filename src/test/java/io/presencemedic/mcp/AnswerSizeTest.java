package io.presencemedic.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.BesideTheService;
import org.junit.jupiter.api.Test;

@BesideTheService
class AnswerSizeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ObjectNode lists(int depth, int entries, int characters) {
        ObjectNode node = JSON.createObjectNode().put("text", "x".repeat(characters));
        ArrayNode items = node.putArray("items");
        for (int i = 0; depth > 0 && i < entries; i++) {
            items.add(lists(depth - 1, entries, characters));
        }
        return node;
    }

    @Test
    void aShortAnswerStaysAsItIs() {
        ObjectNode answer = lists(2, 5, 10);
        assertThat(AnswerSize.fit(answer)).isEqualTo(answer.toString());
    }

    @Test
    void aLongAnswerIsShortenedAndSaysSo() throws JsonProcessingException {
        for (JsonNode answer : new JsonNode[] {lists(1, 5_000, 20), lists(0, 0, 200_000), lists(3, 30, 100)}) {
            String text = AnswerSize.fit(answer);
            assertThat(text).hasSizeLessThanOrEqualTo(AnswerSize.MOST);
            assertThat(JSON.readTree(text).path("shortened").asInt()).isPositive();
        }
    }

    @Test
    void whatCannotBeShortenedIsNotShown() throws JsonProcessingException {
        ObjectNode fields = JSON.createObjectNode();
        for (int i = 0; i < 20_000; i++) {
            fields.put("field" + i, i);
        }
        assertThat(JSON.readTree(AnswerSize.fit(fields)).has("detail")).isTrue();
    }
}
