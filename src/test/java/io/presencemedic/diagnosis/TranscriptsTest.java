package io.presencemedic.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.cisco.cli.KnownCommand;
import io.presencemedic.diagnosis.analysis.Analyses;
import io.presencemedic.diagnosis.analysis.Analysis;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded answer means what stands beside it, however it was copied. */
@BesideTheService
class TranscriptsTest {
    private final Analyses analyses = new Analyses();

    static List<TranscriptCase> all() {
        return TranscriptCase.all();
    }

    static List<TranscriptCase> some() {
        return Thorough.sample(all(), 8);
    }

    static List<TranscriptCase> readable() {
        return some().stream().filter(TranscriptCase::isReadable).toList();
    }

    @Test
    void noCommandIsWithoutCases() {
        Map<KnownCommand.Kind, Long> cases = all().stream()
                .map(one -> KnownCommand.recognise(one.expected().get("command").asText()))
                .collect(Collectors.groupingBy(command -> command.orElseThrow().kind(), Collectors.counting()));
        assertThat(cases.keySet()).containsExactlyInAnyOrder(KnownCommand.Kind.values());
        assertThat(cases.values()).allMatch(count -> count >= 2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAnswerMeansWhatStandsBesideIt(TranscriptCase one) {
        JsonNode found = meaning(one.raw());
        assertThat(found).isEqualTo(one.expectedMeaning());
        JsonNode unreadable = one.expected().get("unreadable");
        if (unreadable != null) {
            Analysis analysis = analyses.analyse(one.raw());
            assertThat(analysis.commands().get(0).unreadable().line())
                    .isEqualTo(unreadable.get("line").asInt());
        }
    }

    @ParameterizedTest
    @MethodSource("some")
    void lineEndsOfWindowsAndOldTerminalsChangeNothing(TranscriptCase one) {
        assertThat(meaning(one.raw().replace("\n", "\r\n"))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(one.raw().replace("\n", "\r\r\n"))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(one.raw().replace("\n", "\r\n").replace("\r\nadmin:", "\r\n\radmin:")))
                .isEqualTo(one.expectedMeaning());
    }

    @ParameterizedTest
    @MethodSource("some")
    void coloursPagersAndPromptsPrintedTwiceChangeNothing(TranscriptCase one) {
        assertThat(meaning(one.raw().replace("admin:", "\u001b[1madmin:\u001b[0m")))
                .isEqualTo(one.expectedMeaning());
        if (one.raw().startsWith("admin:")) {
            assertThat(meaning("\r\nadmin:\r\n\r" + one.raw())).isEqualTo(one.expectedMeaning());
            assertThat(meaning("admin:" + one.raw())).isEqualTo(one.expectedMeaning());
        }
        assertThat(meaning(paged(one.raw(), "\u001b[1m", "\u001b[0m\r\u001b[K")))
                .isEqualTo(one.expectedMeaning());
        assertThat(meaning(paged(one.raw(), "", "\n"))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(paged(one.raw(), "[1m", "[0m[K\n"))).isEqualTo(one.expectedMeaning());
    }

    @ParameterizedTest
    @MethodSource("some")
    void encodingsChangeNothing(TranscriptCase one) {
        assertThat(meaning(("\ufeff" + one.raw()).getBytes(UTF_8))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(("\ufeff" + one.raw()).getBytes(UTF_16LE))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(one.raw().getBytes(UTF_16LE))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(one.raw().replace(' ', '\u00a0').getBytes(UTF_8))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(one.raw().replace(" ", "\u00c2\u00a0").getBytes(UTF_8)))
                .isEqualTo(one.expectedMeaning());
    }

    @ParameterizedTest
    @MethodSource("some")
    void timesAndQuotationMarksInFrontOfLinesChangeNothing(TranscriptCase one) {
        if (!one.raw().stripLeading().startsWith("admin:")) {
            return;
        }
        assertThat(meaning(labelled("2024-03-04 09:31:28,768 - ", one.raw()))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(labelled("[2024-03-04T09:31:28Z] ", one.raw()))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(labelled("09:31:28 ", one.raw()))).isEqualTo(one.expectedMeaning());
        assertThat(meaning(labelled("> ", one.raw()))).isEqualTo(one.expectedMeaning());
    }

    @ParameterizedTest
    @MethodSource("some")
    void aCommandBrokenAtTheEdgeOfTheWindowIsPutTogether(TranscriptCase one) {
        int end = Math.max(0, one.raw().indexOf('\n'));
        for (int width : new int[] {20, 64, 80}) {
            String echo = one.raw().substring(0, end);
            if (echo.startsWith("admin:") && echo.length() > width && !echo.contains("[")) {
                String shell = echo.substring(0, width) + " \r" + echo.substring(width)
                        + one.raw().substring(end);
                assertThat(meaning(shell)).isEqualTo(one.expectedMeaning());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readable")
    void aCutAnswerIsNotReadAsAWholeOne(TranscriptCase one) {
        JsonNode facts = one.expected().get("facts");
        if (facts == null
                || !(facts.path("complete").asBoolean() || facts.path("healthy").asBoolean())) {
            return;
        }
        List<String> lines = Arrays.asList(one.raw().split("\n", -1));
        long rows = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("admin:"))
                .count();
        for (int keep = 1; keep < lines.size() && rows > 2; keep++) {
            String cut = String.join("\n", lines.subList(0, keep));
            JsonNode found = meaning(cut).path(0).path("facts");
            boolean whole = found.path("complete").asBoolean() && !found.equals(facts);
            assertThat(whole).as(cut).isFalse();
        }
    }

    private static String paged(String raw, String before, String after) {
        String pager = before + "Press <enter> for 1 line, <space> for one page, or <q> to quit" + after;
        int second = raw.indexOf('\n') + 1;
        return raw.substring(0, second) + pager + raw.substring(second);
    }

    private static String labelled(String label, String raw) {
        return label + raw.replace("\n", "\n" + label);
    }

    private JsonNode meaning(String log) {
        return TranscriptCase.meaning(analyses.analyse(log).commands());
    }

    private JsonNode meaning(byte[] log) {
        return TranscriptCase.meaning(analyses.analyse(log).commands());
    }
}
