package io.presencemedic.diagnosis.paste.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.presencemedic.cisco.cli.LineCut;
import io.presencemedic.cisco.cli.PrintedLine;
import io.presencemedic.diagnosis.fact.SourceLine;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes text of what somebody pasted or attached, in whatever encoding it came. */
public final class PastedText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** What UTF-8 looks like to a program that took it for Windows-1252. */
    private static final Map<String, String> TWICE_ENCODED = Map.of(
            "Â\u00a0",
            " ",
            "â€¦",
            "...",
            "â€™",
            "'",
            "â€˜",
            "'",
            "â€œ",
            "\"",
            "â€\u009d",
            "\"",
            "â€“",
            "-",
            "â€”",
            "-",
            "ï»¿",
            "");

    private static final int FEWEST_CELLS = 3;
    private static final String BARS = "|\u2502\u2503";

    private PastedText() {}

    /** Decodes UTF-8, UTF-16 in either order, with or without a mark, and else Windows-1252. Never fails. */
    public static String decode(byte[] bytes) {
        Charset sixteen = sixteenBit(bytes);
        if (sixteen != null) {
            return new String(bytes, sixteen);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherEncoding) {
            return new String(bytes, WINDOWS);
        }
    }

    private static @Nullable Charset sixteenBit(byte[] bytes) {
        if (bytes.length < 4) {
            return null;
        }
        if (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return UTF_16LE;
        }
        if (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return UTF_16BE;
        }
        int sample = Math.min(bytes.length, 1000) / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < sample; i++) {
            high += bytes[2 * i] == 0 ? 1 : 0;
            low += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        if (low > sample / 2) {
            return UTF_16LE;
        }
        return high > sample / 2 ? UTF_16BE : null;
    }

    /** The lines of the text as a terminal would have shown them, with the numbers an editor would give them. */
    public static List<SourceLine> lines(String text) {
        String repaired = text;
        if (text.indexOf('â') >= 0 || text.indexOf('Â') >= 0 || text.indexOf('ï') >= 0) {
            for (Map.Entry<String, String> damage : TWICE_ENCODED.entrySet()) {
                repaired = repaired.replace(damage.getKey(), damage.getValue());
            }
        }
        List<SourceLine> lines = SideBySide.split(new TerminalScreen(TransportMarks.undo(repaired)).lines());
        return LinePrefixes.strip(NodeLabels.sort(LineEnding.strip(withoutCells(lines))));
    }

    /** What stands between the bars of a table of one column, where that is what the platform prints. */
    private static List<SourceLine> withoutCells(List<SourceLine> lines) {
        List<SourceLine> cells = lines.stream().map(PastedText::onlyCell).toList();
        boolean column = IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i) != cells.get(i)
                                && PrintedLine.isWhole(cells.get(i).text()))
                        .limit(FEWEST_CELLS)
                        .count()
                == FEWEST_CELLS;
        return column ? cells : lines.stream().map(PastedText::withoutCells).toList();
    }

    private static SourceLine onlyCell(SourceLine line) {
        String text = line.text().strip();
        int last = text.length() - 1;
        boolean cell = last > 0
                && BARS.indexOf(text.charAt(0)) >= 0
                && text.charAt(last) == text.charAt(0)
                && text.indexOf(text.charAt(0), 1) == last;
        if (!cell) {
            return line;
        }
        String content = text.substring(1, last);
        String cut = content.startsWith(" ") && content.endsWith(" ") ? content.substring(1) : content;
        boolean ruler = content.strip().chars().allMatch(c -> c == '-' || c == ':');
        return new SourceLine(line.number(), ruler ? "" : cut.stripTrailing());
    }

    /** The row of a document's table that holds a row of the platform's list, without the marks of the cells. */
    private static SourceLine withoutCells(SourceLine line) {
        String text = line.text().strip();
        boolean isRow = text.length() > 2
                && text.charAt(0) == '|'
                && text.charAt(text.length() - 1) == '|'
                && text.indexOf('[') > 0
                && text.indexOf(']') > 0;
        String row = LineCut.unquoted(isRow ? text.replace('|', ' ').strip() : line.text());
        return row.equals(line.text()) ? line : new SourceLine(line.number(), row);
    }
}
