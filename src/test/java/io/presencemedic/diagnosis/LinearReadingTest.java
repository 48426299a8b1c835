package io.presencemedic.diagnosis;

import io.presencemedic.BesideTheService;
import io.presencemedic.ProcessorTime;
import io.presencemedic.Thorough;
import io.presencemedic.diagnosis.analysis.Analyses;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is pasted, twice the text takes twice the time. */
@BesideTheService
class LinearReadingTest {
    private static final int SIZE = 1 << 15;
    /** Four times that is about the longest line that is read at all. */
    private static final int LINE = 7_800;

    private static final List<String> BEFORE = List.of(
            "",
            "admin:utils service list\n",
            "admin:utils ha status\n",
            "admin:utils dbreplication runtimestate\n",
            "admin:run sql select * from enterprisenode\n");

    /** Each piece behind one of the commands, and mixtures of some. */
    static Stream<String> shapes() {
        List<String> pieces = HostileLogTest.pieces().toList();
        List<String> shapes = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            shapes.add(BEFORE.get(i % BEFORE.size()) + filled(pieces.get(i)));
        }
        Random random = new Random(14);
        IntStream.range(0, 10).forEach(i -> shapes.add(BEFORE.get(i % BEFORE.size()) + mixed(pieces, random)));
        return Thorough.sample(shapes, 12).stream();
    }

    private static String filled(String piece) {
        return piece.repeat(SIZE / piece.length()) + "\n";
    }

    private static String mixed(List<String> pieces, Random random) {
        List<String> some =
                random.ints(3, 0, pieces.size()).mapToObj(pieces::get).toList();
        StringBuilder mixed = new StringBuilder();
        while (mixed.length() < SIZE) {
            mixed.append(some.get(random.nextInt(some.size())));
        }
        return mixed.append('\n').toString();
    }

    /** Lines that begin as some of the platform do, and then go on and on. */
    static List<Arguments> lines() {
        List<String> begin = List.of(
                "%s\n",
                "admin:%s\n",
                "admin:utils service list %s\n",
                "admin:utils service list\nCisco Tomcat[STARTED]  %s\n",
                "admin:utils service list\nCisco Tomcat[%s]\n",
                "admin:utils service list\nCisco %s[STARTED]\n",
                "admin:utils ha status\nSubcluster Name: %s\nSubcluster State: Normal\n",
                "admin:utils ha status\nNode Name: a State: %s Reason: x\n",
                "admin:utils ha status\nNode Name: a State: Normal Reason: %s\n",
                "admin:run sql %s\n",
                "admin:run sql select %s from enterprisenode\n",
                "admin:run sql select * from enterprisenode where name = '%s'\nname\n====\nx\n",
                "admin:run sql select a from enterprisenode\n%s\n====\nx\n",
                "admin:run sql select a from enterprisenode\nname\n====\n%s\n",
                "admin:run sql update enterprisenode set a = '%s'\nRows: 1\n",
                "admin:utils dbreplication runtimestate\nServer Time: %s\n",
                "admin:utils diagnose test\ntest - %s : Passed\n",
                "admin:file view activelog %s\nx\n",
                "admin:file view activelog a.log\n%s\n",
                "admin:show network cluster\n192.0.2.1 %s Publisher\n",
                "admin:utils network connectivity %s\n",
                "admin:utils core active list\n%s\n",
                "admin:set replication-sync monitor %s\n",
                "ssh %s\n",
                "Last login: %s\n");
        return Thorough.sample(
                begin.stream()
                        .flatMap(form -> Stream.of("\u0130", "\u0130 ", "a", "a ", "\ud83d\ude00")
                                .map(piece -> Arguments.of(form, piece)))
                        .toList(),
                10);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineOfTwiceTheLengthTakesTwiceTheTime(String form, String piece) {
        ProcessorTime.growsWithTheTextAlone(
                form + piece,
                form.formatted(piece.repeat(LINE / piece.length())),
                form.formatted(piece.repeat(4 * LINE / piece.length())),
                log -> new Analyses().analyse(log));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void twiceTheTextTakesTwiceTheTime(String shape) {
        String name = shape.substring(0, 60).replaceAll("\\p{Cntrl}", "?");
        ProcessorTime.growsWithTheTextAlone(name, shape, log -> new Analyses().analyse(log));
    }
}
