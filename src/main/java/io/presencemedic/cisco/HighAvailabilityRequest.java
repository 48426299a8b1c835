package io.presencemedic.cisco;

/**
 * What {@code utils ha failover}, {@code fallback} and {@code recover} said. What comes of the request is told by the
 * nodes' states.
 *
 * @param accepted whether the Server Recovery Manager took the request
 */
public record HighAvailabilityRequest(boolean accepted) {}
