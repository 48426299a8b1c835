package io.presencemedic.runbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All runbooks by name: every bean that is a {@link Runbook}. */
@ApplicationScoped
public class RunbookCatalog {
    private final Map<String, Runbook> runbooks = new TreeMap<>();

    RunbookCatalog(Instance<Runbook> beans) {
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
