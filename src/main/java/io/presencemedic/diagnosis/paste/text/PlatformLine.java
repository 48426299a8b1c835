package io.presencemedic.diagnosis.paste.text;

import io.presencemedic.cisco.cli.PrintedLine;
import java.util.List;

/** Lines that are the platform's as they stand: what it prints, or a prompt with what was typed there. */
final class PlatformLine {
    private PlatformLine() {}

    static boolean is(String line) {
        return PrintedLine.isWhole(line) || Prompt.opens(line);
    }

    static int count(List<String> lines) {
        int known = 0;
        for (String line : lines) {
            known += is(line) ? 1 : 0;
        }
        return known;
    }
}
