package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.diagnosis.analysis.Analyses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * A table with a secret whose lines a terminal broke is read where its ruler allows it, and shows no secret anywhere.
 */
@BesideTheService
class WrappedTableTest {
    private static final int FRAGMENT = 8;
    private static final List<String> NAMES =
            List.of("pkid", "axluser", "axlpassword", "ccmpublisherip", "cucm_axluser_pkid", "maxconn", "note");

    /** The lines of a table as the platform prints it, and the secrets in it. */
    private record Table(List<String> lines, List<String> secrets) {
        static Table random(Random random) {
            List<String> names = new ArrayList<>(NAMES);
            Collections.shuffle(names, random);
            names = new ArrayList<>(names.subList(0, 3 + random.nextInt(NAMES.size() - 3)));
            if (!names.contains("axlpassword")) {
                names.add(random.nextInt(names.size() + 1), "axlpassword");
            }
            List<String> secrets = new ArrayList<>();
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < 1 + random.nextInt(3); row++) {
                rows.add(
                        names.stream().map(name -> value(name, random, secrets)).toList());
            }
            return new Table(printed(names, rows), secrets);
        }

        private static String value(String name, Random random, List<String> secrets) {
            return switch (name) {
                case "axlpassword" -> {
                    String secret = hex(random, 24 + random.nextInt(80));
                    secrets.add(secret);
                    yield secret;
                }
                case "pkid", "cucm_axluser_pkid" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
                case "ccmpublisherip" -> "192.0.2." + random.nextInt(250);
                case "maxconn" -> random.nextBoolean() ? "" : String.valueOf(random.nextInt(100));
                case "note" -> "Completed 2022-10-15 15:03:" + (10 + random.nextInt(40));
                default -> "imp-reader" + random.nextInt(10);
            };
        }

        private static String hex(Random random, int length) {
            return random.ints(length, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
        }

        private static List<String> printed(List<String> names, List<List<String>> rows) {
            int[] widths = IntStream.range(0, names.size())
                    .map(i -> Math.max(
                            names.get(i).length(),
                            rows.stream()
                                    .mapToInt(row -> row.get(i).length())
                                    .max()
                                    .orElse(0)))
                    .toArray();
            List<String> lines = new ArrayList<>();
            lines.add(line(names, widths));
            lines.add(line(IntStream.of(widths).mapToObj("="::repeat).toList(), widths));
            rows.forEach(row -> lines.add(line(row, widths)));
            return lines;
        }

        private static String line(List<String> cells, int[] widths) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(cells.get(i))
                        .append(" ".repeat(widths[i] - cells.get(i).length() + 1));
            }
            return line.toString();
        }

        String log(List<String> shown) {
            return "admin:run sql select * from epassyncagentcfg\n" + String.join("\n", shown)
                    + "\nadmin:show version active\nActive Master Version: 12.5.1.10000-22\n"
                    + "No Installed Software Options Found.\nadmin:";
        }

        List<String> wrapped(int width) {
            return lines.stream().flatMap(line -> pieces(line, width).stream()).toList();
        }

        private static List<String> pieces(String line, int width) {
            List<String> pieces = new ArrayList<>();
            for (int at = 0; at < line.length(); at += width) {
                pieces.add(line.substring(at, Math.min(line.length(), at + width)));
            }
            return pieces;
        }

        void assertHidden(JsonNode answer) {
            String shown = answer.toString();
            for (String secret : secrets) {
                for (int at = 0; at + FRAGMENT <= secret.length(); at++) {
                    assertThat(shown).doesNotContain(secret.substring(at, at + FRAGMENT));
                }
            }
        }
    }

    @Property(tries = 100)
    void whateverItsWidthATableIsReadAsIfItWereWhole(
            @ForAll long seed, @ForAll @IntRange(min = 30, max = 200) int width) {
        Table table = Table.random(new Random(seed));
        JsonNode whole = analysed(table.log(table.lines()));
        JsonNode wrapped = analysed(table.log(table.wrapped(width)));

        table.assertHidden(whole);
        table.assertHidden(wrapped);
        assertThat(wrapped.get(0).path("facts")).isEqualTo(whole.get(0).path("facts"));
        assertThat(whole.get(0).path("facts").path("rows")).isNotEmpty();
    }

    /** Whatever a copy lost besides, a table that is read says what the whole one says. */
    @Property(tries = 300)
    void aCopyThatLostBlanksOrLinesIsReadRightOrNotAtAll(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 200) int width) {
        Random random = new Random(seed);
        Table table = Table.random(random);
        boolean losesBlanks = random.nextInt(3) > 0;
        List<String> copied = new ArrayList<>(table.wrapped(width).stream()
                .map(line -> losesBlanks ? line.stripTrailing() : line)
                .toList());
        if (random.nextBoolean()) {
            copied.removeIf(String::isBlank);
        }
        if (random.nextInt(3) == 0) {
            copied.remove(random.nextInt(copied.size()));
        }

        table.assertHidden(analysed(table.log(copied)));
    }

    @Test
    void aTableOfTheUsualWidthIsReadThoughItsCopyLostTheBlanksAtTheEdge() {
        JsonNode answer = analysed("""
                admin:run sql select * from epassyncagentcfg
                id axluser    ccmpublisherip axlpassword

                == ========== ============== ===================================================
                =============
                1  imp-reader 192.0.2.10     e4a90b17c25d68f3019b7ac4d85e2f60713c94abe4a90b17c25
                d68f3e4a90b17
                admin:""");

        assertThat(answer.get(0).path("facts").path("columns")).hasSize(4);
        assertThat(answer.get(0).path("facts").path("rows").toString())
                .isEqualTo("[[\"1\",\"imp-reader\",\"192.0.2.10\",\"********\"]]");
    }

    private static JsonNode analysed(String log) {
        return TranscriptCase.meaning(new Analyses().analyse(log).commands());
    }
}
