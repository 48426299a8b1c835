package io.presencemedic.diagnosis.analysis;

import io.presencemedic.diagnosis.fact.Finding;
import io.presencemedic.diagnosis.fact.Undetermined;
import io.presencemedic.diagnosis.paste.ReadCommand;
import java.util.List;

/**
 * What a pasted terminal log says.
 *
 * @param commands every command of the log in its order
 * @param findings what is wrong, as far as these facts tell
 * @param undetermined what the facts do not tell
 */
public record Analysis(List<ReadCommand> commands, List<Finding> findings, List<Undetermined> undetermined) {
    public Analysis {
        commands = List.copyOf(commands);
        findings = List.copyOf(findings);
        undetermined = List.copyOf(undetermined);
    }
}
