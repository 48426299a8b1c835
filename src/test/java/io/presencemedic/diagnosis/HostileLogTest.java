package io.presencemedic.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import io.presencemedic.diagnosis.analysis.Analyses;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of any content are read in a time that grows with their size alone, and nothing makes the reader fail. */
@BesideTheService
class HostileLogTest {
    private static final int LARGEST = Thorough.points(1, 5) * 1024 * 1024;
    /** How effort grows is for LinearReadingTest; this finds what takes minutes or does not end. */
    private static final int SIZE = Thorough.points(40_000, 200_000);

    static List<String> someOfThePieces() {
        return Thorough.sample(pieces().toList(), 24);
    }

    static Stream<String> pieces() {
        return Stream.of(
                "admin:",
                "admin:\n",
                "admin:utils service list\n",
                "admin:utils service list ",
                "admin:run sql select ",
                "admin:run sql select *\n====== ===== \n",
                "admin:help \nExample:\n",
                "|---|---|\n",
                "==\t==\n",
                "                    | admin:utils service list\n",
                "a",
                " ",
                "\t",
                "\r",
                "\r \n\r",
                "\b",
                "x\b",
                "\u001b",
                "\u001b[",
                "\u001b[9999C",
                "\u001b]0;",
                "\u001b[1mPress <enter> for 1 line, <space> for one page, or <q> to quit\u001b[0m\r\u001b[K",
                "to quit [0m [0m [0m",
                "options: q=quit (lines 1 - 2 of ",
                "[",
                "]",
                "A[STARTED] ",
                "A[STARTED]\n",
                "A [",
                "Cisco [STOPPED] Service Not Activated",
                "Name : State : Reason : ",
                "Subcluster Name: x\nName: y State: Normal\n",
                "Reason: ",
                "= ",
                "=== ===\n",
                "0\u0000",
                "passwordpasswordpassword",
                "password = ",
                "credentials'",
                "<password>",
                "deadbeef",
                "192.0.2.1 a b Publisher ",
                "Cluster Replication State: ",
                "No Errors or Mismatches found. Use 'file view ",
                "Replication status command started at: 1",
                "test - a : ",
                "- ",
                "2024-01-01 00:00:00 - admin:",
                "\u2028",
                "\ud83d",
                "\u00c2\u00a0",
                "\u0130",
                "State: x\n",
                "<a name=",
                "&lt;",
                "[1m",
                "^M ",
                "x \r",
                "\\n",
                "=3D",
                "test - a : b ",
                "axlpassword b\n",
                "admin:run sql select axlpassword\n",
                "\u202e",
                "a\tb c\t",
                "name\tstate\n",
                "| a | b |\n",
                "|",
                "\u201cCisco Tomcat\u201d ",
                "\"a\",",
                "{\"a\":",
                "{\\rtf ",
                "\\'41",
                "> ",
                "&#x");
    }

    @ParameterizedTest
    @MethodSource("someOfThePieces")
    void aMountainOfOnePieceIsReadInSeconds(String piece) {
        String mountain = piece.repeat(SIZE / piece.length());
        for (String log : List.of(
                mountain,
                "admin:utils service list\n" + mountain,
                "admin:utils ha status\n" + mountain,
                "admin:utils dbreplication runtimestate\nCluster Replication State: x\n" + mountain)) {
            Assertions.assertTimeout(Duration.ofMinutes(1), () -> assertThat(new Analyses().analyse(log))
                    .isNotNull());
        }
    }

    @Test
    void theLargestLogIsReadInSeconds() {
        String line = "Cisco XCP Router[STARTED]\n";
        String log = "admin:utils service list\n" + line.repeat(LARGEST / line.length() / 2) + "x".repeat(LARGEST / 2);
        Assertions.assertTimeout(
                Duration.ofMinutes(1),
                () -> assertThat(new Analyses().analyse(log).commands()).hasSize(1));
    }

    @Test
    void randomBytesAreReadInSecondsAndNeverFail() {
        for (int seed = 0; seed < Thorough.points(1, 20); seed++) {
            byte[] bytes = new byte[SIZE];
            new Random(seed).nextBytes(bytes);
            assertThat(new Analyses().analyse(bytes)).isNotNull();
            Random random = new Random(seed);
            List<String> pieces = pieces().toList();
            StringBuilder mixed = new StringBuilder();
            while (mixed.length() < SIZE) {
                mixed.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(new Analyses().analyse(mixed.toString())).isNotNull();
        }
    }
}
