package io.presencemedic.simulator.model;

/**
 * An application user of CUCM.
 *
 * @param pkid key in the database
 * @param name name
 * @param credential the encrypted password
 */
public record SimulatedApplicationUser(String pkid, String name, String credential) {}
