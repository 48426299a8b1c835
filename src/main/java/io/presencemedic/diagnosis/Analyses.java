package io.presencemedic.diagnosis;

import io.presencemedic.diagnosis.paste.PastedFacts;
import io.presencemedic.diagnosis.paste.PastedText;
import io.presencemedic.diagnosis.rule.Rules;
import io.presencemedic.diagnosis.rule.Verdict;
import jakarta.enterprise.context.ApplicationScoped;

/** Analyses pasted terminal logs, without access to the cluster. */
@ApplicationScoped
public class Analyses {
    /**
     * Reads a log in whatever encoding it came. Never fails; what is not understood is said in the answer.
     *
     * @param log the bytes of the log
     */
    public Analysis analyse(byte[] log) {
        return analyse(PastedText.decode(log));
    }

    /** Reads a log. Never fails; what is not understood is said in the answer. */
    public Analysis analyse(String log) {
        PastedFacts facts = PastedFacts.read(log);
        Verdict verdict = Rules.look(facts.cluster());
        return new Analysis(facts.commands(), verdict.findings(), verdict.undetermined());
    }
}
