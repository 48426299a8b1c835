package io.presencemedic.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A way in which people and programs change a log before it is pasted.
 *
 * @param name what was done, the last step last
 * @param way what becomes of a log
 */
record PasteStyle(String name, UnaryOperator<String> way) {
    private static final List<PasteStyle> FRONTS = List.of(
            new PasteStyle("plain", log -> log),
            new PasteStyle("numbers", PasteStyle::numbered),
            new PasteStyle("quotes", log -> each(log, line -> "> " + line)),
            new PasteStyle("times", log -> each(log, line -> "[2025-02-03 22:41:07] " + line)),
            new PasteStyle("bullets", log -> each(log, line -> "- " + line)),
            new PasteStyle("labels", log -> each(log, line -> "larch-imp1: " + line)),
            new PasteStyle("bars", log -> each(log, line -> "| " + line)),
            new PasteStyle("times with a zone", log -> each(log, line -> "2025-02-03T22:41:07.123Z " + line)),
            new PasteStyle(
                    "lines of a system log", log -> each(log, line -> "Feb  3 22:41:07 jump01 term[4711]: " + line)),
            new PasteStyle("indents", log -> each(log, line -> "        " + line)),
            new PasteStyle("capital prompt", log -> log.replace("admin:", "Admin:")),
            new PasteStyle("blanks before the colon", log -> log.replace("admin:", "admin :")),
            new PasteStyle("another account", log -> log.replaceAll("admin:(?=\\w)", "ccmadmin:")));
    private static final List<PasteStyle> TRANSPORTS = List.of(
            new PasteStyle("as it is", log -> log),
            new PasteStyle("CR LF", log -> log.replace("\n", "\r\n")),
            new PasteStyle("caret M", log -> log.replace("\n", "^M\n")),
            new PasteStyle("br", log -> entities(log).replace("\n", "<br>\n")),
            new PasteStyle("paragraphs", log -> each(entities(log), line -> "<p>" + line + "</p>")),
            new PasteStyle("quoted-printable", log -> log.replace("=", "=3D")),
            new PasteStyle("JSON", log -> "{\"text\":\"" + escaped(log) + "\"}"),
            new PasteStyle("JSON, an object", log -> "[{\"node\":\"larch-imp1\",\"out\":\"" + escaped(log) + "\"}]"),
            new PasteStyle("JSON, each line", PasteStyle::stringLines),
            new PasteStyle(
                    "full-width brackets", log -> log.replace('[', '\uff3b').replace(']', '\uff3d')),
            new PasteStyle(
                    "full width",
                    log -> log.replace('[', '\uff3b').replace(']', '\uff3d').replace(':', '\uff1a')),
            new PasteStyle("escaped", log -> escaped(log)),
            new PasteStyle("colours", log -> log.replace("admin:", "\u001b[1madmin:\u001b[0m")),
            new PasteStyle("lost escapes", log -> log.replace("admin:", "[1madmin:[0m")),
            new PasteStyle("no-break spaces", log -> log.replace(' ', '\u00a0')),
            new PasteStyle("fenced", log -> "```\n" + log + "\n```\n"),
            new PasteStyle("blanks at the ends", log -> each(log, line -> line + "  ")),
            new PasteStyle("double spaced", log -> log.replace("\n", "\n\n")));

    /** What a program does to whole lines leaves nothing for other ways. */
    private static final List<PasteStyle> ALONE = List.of(
            new PasteStyle("times with dots", log -> each(log, line -> "[2025-02-03 22:41.07]  " + line)),
            new PasteStyle(
                    "JSON, an object for each line",
                    log -> each(
                            log,
                            line -> "{\"ts\":\"2025-02-03T22:41:07Z\",\"stream\":\"stdout\",\"log\":\"" + escaped(line)
                                    + "\"}")),
            new PasteStyle(
                    "comma-separated values",
                    log -> "time,line\n" + each(log, line -> "22:41:07,\"" + line.replace("\"", "\"\"") + "\"")),
            new PasteStyle(
                    "JSON, strings without escapes", log -> stringLines(log).replace("\\n", " ")),
            new PasteStyle("a column", log -> "| out |\n|-----|\n" + each(log, line -> "| " + line + " |")),
            new PasteStyle("a box", log -> each(log, line -> "\u2502 " + line + " \u2502")),
            new PasteStyle("command counter", log -> log.replace("admin:", "admin(7):")),
            new PasteStyle("counter in brackets", log -> log.replace("admin:", "admin[12]:")),
            new PasteStyle("marks at the ends", log -> each(log, line -> line + " #")),
            new PasteStyle("goes on", log -> each(log, line -> line + " \\")),
            new PasteStyle("quoted list", log -> each(log, line -> "'" + line + "',")),
            new PasteStyle("added lines", log -> each(log, line -> "+" + line)),
            new PasteStyle("seconds since the beginning", log -> each(log, line -> "[+12.340s] " + line)),
            new PasteStyle("seconds since 1970", log -> each(log, line -> "1738622467.123 " + line)),
            new PasteStyle("tabs before", log -> each(log, line -> "\t" + line)),
            new PasteStyle("markdown's escapes", log -> log.replaceAll("([\\[\\]_*])", "\\\\$1")),
            new PasteStyle("YAML", log -> "out: \"" + escaped(log).replace("\\n", "\\n\\\n  ") + "\""),
            new PasteStyle("numbers with bars", log -> numbered(log, "%03d|%s")),
            new PasteStyle("numbers with an L", log -> numbered(log, "L%d: %s")),
            new PasteStyle(
                    "rich text",
                    log -> "{\\rtf1\\ansi{\\fonttbl{\\f0 Consolas;}}\\f0\\fs18 "
                            + log.replace("\\", "\\\\").replace("\n", "\\par\r\n") + "}"),
            new PasteStyle("shell's mark", log -> log.replace("admin:", "$ ")),
            new PasteStyle(
                    "a mail's part",
                    log ->
                            "--=_b1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                                    + log.replace("=", "=3D").replaceAll("(?m) $", "=20") + "\n--=_b1--\n"));

    /** What programs do to each line, of which nothing is lost. */
    static List<PasteStyle> alone() {
        return ALONE;
    }

    /** Every front in every transport. */
    static List<PasteStyle> all() {
        List<PasteStyle> all = new ArrayList<>();
        FRONTS.forEach(front -> TRANSPORTS.forEach(transport -> all.add(
                new PasteStyle(front.name + ", " + transport.name, log -> transport.way.apply(front.way.apply(log))))));
        return all;
    }

    private static String each(String log, UnaryOperator<String> way) {
        return log.lines().map(way).collect(Collectors.joining("\n"));
    }

    private static String stringLines(String log) {
        return log.lines()
                .map(line -> "\"" + escaped(line) + "\"")
                .collect(Collectors.joining(",\n  ", "{\"rc\": 0, \"stdout_lines\": [\n  ", "\n]}\n"));
    }

    private static String numbered(String log) {
        return numbered(log, "%4d  %s");
    }

    private static String numbered(String log, String form) {
        List<String> lines = log.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> String.format(form, i + 1, lines.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String entities(String log) {
        return log.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String escaped(String log) {
        return log.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    @Override
    public String toString() {
        return name;
    }
}
