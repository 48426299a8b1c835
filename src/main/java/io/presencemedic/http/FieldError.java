package io.presencemedic.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field in the body ({@code nodes[0].host}), or name of the query parameter or header
 * @param message what is wrong, to be read after the field's name
 */
public record FieldError(String field, String message) {
    private static final int LONGEST = 300;

    /** The same with texts that an answer may hold, however long the request's were. */
    FieldError shortened() {
        return new FieldError(shortened(field), shortened(message));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
