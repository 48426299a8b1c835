package io.presencemedic.cisco;

/**
 * What {@code utils network connectivity} said.
 *
 * @param succeeded whether the host, or its port, could be reached
 */
public record Connectivity(boolean succeeded) {}
