package io.presencemedic.cisco.cli;

import java.util.ArrayList;
import java.util.List;

/** Puts back the line ends of a table that came on one line: as many words are a row as the ruler has groups. */
final class FlatTable {
    private FlatTable() {}

    /** Heading, ruler and rows; the text itself where it is none of these on one line. */
    static List<String> split(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        int ruler = 0;
        while (ruler < words.size() && !Ruler.is(words.get(ruler), '=')) {
            ruler++;
        }
        int end = ruler;
        while (end < words.size() && Ruler.is(words.get(end), '=')) {
            end++;
        }
        int columns = end - ruler;
        if (columns == 0 || ruler != columns || end - ruler == words.size()) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>(List.of(line(words, 0, ruler), line(words, ruler, end)));
        int rows = words.size() - end;
        if (rows % columns != 0) {
            lines.add(line(words, end, words.size()));
            return lines;
        }
        for (int row = end; row < words.size(); row += columns) {
            lines.add(line(words, row, row + columns));
        }
        return lines;
    }

    private static String line(List<String> words, int from, int to) {
        return String.join(" ", words.subList(from, to));
    }
}
