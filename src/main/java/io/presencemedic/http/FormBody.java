package io.presencemedic.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The fields of a page's form, read as the body of the operation that they are for. */
public final class FormBody {
    private FormBody() {}

    /**
     * Reads the fields by the same rules as a JSON body.
     *
     * @throws ProblemException 400 that names the field, where one of them is not valid
     */
    public static <T> T read(ObjectMapper json, JsonNode fields, Class<T> type) {
        try {
            return json.treeToValue(fields, type);
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
    }
}
