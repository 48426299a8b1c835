package io.presencemedic.simulator.model;

/**
 * A core file that a crashed process left on a node.
 *
 * @param process name of the process
 * @param pid its number
 * @param sizeKb size in kilobytes
 * @param date when it was written, such as {@code 2026-03-01 22:10:04}
 * @param epoch the same moment in seconds since 1970
 */
public record CoreDump(String process, int pid, int sizeKb, String date, long epoch) {}
