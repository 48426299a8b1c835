package io.presencemedic.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
        return new Analysis(facts.commands(), List.of(), List.of());
    }
}
