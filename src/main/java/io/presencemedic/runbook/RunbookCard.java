package io.presencemedic.runbook;

import java.util.List;
import org.immutables.value.Value;

/**
 * What the catalogue says about a runbook.
 *
 * @param name stable name, in kebab-case
 * @param title what it does, in a sentence
 * @param document the document's items that it follows, such as {@code D2} or {@code C1}
 * @param target what it works on
 * @param changes whether it changes the cluster when it is executed
 * @param risk how much can go wrong
 * @param disruption what users will notice
 * @param requiresApproval whether one of its lines waits for an approval
 * @param parameters what it takes
 */
@Value.Builder
public record RunbookCard(
        String name,
        String title,
        List<String> document,
        TargetKind target,
        boolean changes,
        Risk risk,
        String disruption,
        boolean requiresApproval,
        ParameterSchema parameters) {
    public RunbookCard {
        document = List.copyOf(document);
    }

    /** Begins the card of one of the runbooks that findings and other runbooks name. */
    public static RunbookCardBuilder named(RunbookName name) {
        return new RunbookCardBuilder().name(name.text()).target(name.target());
    }

    /** How much can go wrong. */
    public enum Risk {
        /** Changes nothing that users notice. */
        LOW,
        /** Users of the group may lose presence or chat for minutes. */
        MEDIUM,
        /** Data or the service of the whole cluster is at stake. */
        HIGH
    }
}
