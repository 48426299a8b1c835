package io.presencemedic.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.BesideTheService;
import io.presencemedic.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each fault of the wire at each change, and at some of the looks, of each remedy: the right end, nothing off unsaid,
 * no change sent twice. Each build plays a sample, {@code -Pthorough} all. The table of the run is
 * {@code target/fault-matrix.txt}.
 */
@BesideTheService
class FaultMatrixTest {
    private static final Path TABLE = Path.of("target/fault-matrix.txt");
    private static final int ONE_IN = 192;

    private final Map<ProcedureCase, FaultRun.Ran> undisturbed = new HashMap<>();

    @Test
    void noFaultLeavesAnythingOffUnsaidOrChangesAnythingTwice() throws IOException {
        List<FaultRun> runs = new ArrayList<>();
        for (ProcedureCase remedy : ProcedureCase.remedies()) {
            FaultRun.Ran ran = undisturbed.computeIfAbsent(remedy, FaultRun::undisturbed);
            for (WireFault fault : WireFault.values()) {
                for (int nth = 1; nth <= ran.changes(fault.way); nth++) {
                    runs.add(new FaultRun(remedy, fault, false, nth));
                }
                looks(ran.looks(fault.way)).forEach(nth -> runs.add(new FaultRun(remedy, fault, true, nth)));
            }
        }
        FaultTable table = new FaultTable();
        Thorough.sample(runs, ONE_IN).forEach(run -> table.add(run, run.judged(undisturbed.get(run.remedy()))));
        Files.writeString(TABLE, table.text());

        assertThat(table.wrong()).isEmpty();
    }

    /** The first looks find the target; those in the middle and at the end are the lines'. */
    private static IntStream looks(int all) {
        return IntStream.of(1, all / 3, 2 * all / 3, all).filter(nth -> nth > 0).distinct();
    }
}
