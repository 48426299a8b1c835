package io.presencemedic.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field in the body ({@code nodes[0].host}), or name of the query parameter or header
 * @param message what is wrong, to be read after the field's name
 */
public record FieldError(String field, String message) {}
