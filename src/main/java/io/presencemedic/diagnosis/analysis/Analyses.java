package io.presencemedic.diagnosis.analysis;

import io.presencemedic.diagnosis.paste.PastedFacts;
import io.presencemedic.diagnosis.paste.ReadCommand;
import io.presencemedic.diagnosis.paste.ReadingBudget;
import io.presencemedic.diagnosis.paste.ReadingStoppedException;
import io.presencemedic.diagnosis.paste.text.PastedText;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Analyses pasted terminal logs, without access to the cluster. */
@ApplicationScoped
public class Analyses {
    /**
     * Reads a log in whatever encoding it came. What is not understood is said in the answer.
     *
     * @param log the bytes of the log
     */
    public Analysis analyse(byte[] log) {
        return analyse(PastedText.decode(log), ReadingBudget.generous());
    }

    /** Reads a log. What is not understood is said in the answer. */
    public Analysis analyse(String log) {
        return analyse(log, ReadingBudget.generous());
    }

    /**
     * Reads a log as far as a budget allows.
     *
     * @throws io.presencemedic.http.ProblemException {@code ANALYSIS_TOO_COSTLY} with what was read so far
     */
    Analysis analyse(byte[] log, ReadingBudget budget) {
        return analyse(PastedText.decode(log), budget);
    }

    private static Analysis analyse(String log, ReadingBudget budget) {
        PastedFacts facts;
        try {
            facts = PastedFacts.read(log, budget);
        } catch (ReadingStoppedException stopped) {
            throw tooCostly(List.of());
        }
        if (!facts.isWhole()) {
            throw tooCostly(facts.commands());
        }
        Verdict verdict = Rules.look(facts.cluster());
        return new Analysis(facts.commands(), verdict.findings(), verdict.undetermined());
    }

    private static ProblemException tooCostly(List<ReadCommand> commands) {
        return Problem.of(
                        422,
                        "ANALYSIS_TOO_COSTLY",
                        "Reading this log takes more time than one analysis may use; commands says what was read so"
                                + " far. Paste less of it, such as the answers of one node.")
                .with("commands", commands)
                .exception();
    }
}
