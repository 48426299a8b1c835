package io.presencemedic.diagnosis;

/**
 * A line of an answer with the place where it stood.
 *
 * @param number number of the line in the pasted log, or in the node's answer, from 1
 * @param text the line, without terminal sequences
 */
public record SourceLine(int number, String text) {}
