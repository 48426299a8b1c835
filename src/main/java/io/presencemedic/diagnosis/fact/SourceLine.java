package io.presencemedic.diagnosis.fact;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of an answer with the place where it stood.
 *
 * @param number number of the line in the pasted log, or in the node's answer, from 1
 * @param text the line, without terminal sequences
 */
public record SourceLine(int number, String text) {
    /** The lines of an answer with their numbers. */
    public static List<SourceLine> of(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new SourceLine(i + 1, lines.get(i)))
                .toList();
    }
}
