package io.presencemedic.notify.format;

/**
 * What is sent.
 *
 * @param contentType its media type
 * @param body exactly what is sent and signed
 */
public record Message(String contentType, byte[] body) {}
