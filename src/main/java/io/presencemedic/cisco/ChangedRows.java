package io.presencemedic.cisco;

/**
 * What a change of the database said.
 *
 * @param rows how many rows it changed
 */
public record ChangedRows(int rows) {}
