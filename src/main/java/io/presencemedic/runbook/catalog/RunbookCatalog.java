package io.presencemedic.runbook.catalog;

import io.presencemedic.runbook.Runbook;
import io.presencemedic.runbook.RunbookCard;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All runbooks by name: every bean that is a {@link Runbook}. */
@ApplicationScoped
public class RunbookCatalog {
    private final Map<String, Runbook> runbooks = new TreeMap<>();

    /** @throws IllegalStateException if two runbooks have the same name */
    public RunbookCatalog(@All List<Runbook> beans) {
        for (Runbook runbook : beans) {
            if (runbooks.put(runbook.card().name(), runbook) != null) {
                throw new IllegalStateException(
                        "two runbooks are called " + runbook.card().name());
            }
        }
    }

    /** The runbook of that name. */
    public Optional<Runbook> find(String name) {
        return Optional.ofNullable(runbooks.get(name));
    }

    /** What can be run, by name. */
    public List<RunbookCard> cards() {
        return runbooks.values().stream().map(Runbook::card).toList();
    }
}
