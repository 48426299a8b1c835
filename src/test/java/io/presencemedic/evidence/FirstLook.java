package io.presencemedic.evidence;

import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The memory of a line that has just begun. */
final class FirstLook implements LineMemory {
    @Override
    public int acts() {
        return 0;
    }

    @Override
    public int tries() {
        return 0;
    }

    @Override
    public int tries(Decision.Act act) {
        return 0;
    }

    @Override
    public boolean lastActUnknown() {
        return false;
    }

    @Override
    public boolean waited() {
        return false;
    }

    @Override
    public Optional<String> lastAnswer() {
        return Optional.empty();
    }

    @Override
    public boolean actedAtLeast(Duration ago) {
        return false;
    }

    @Override
    public boolean begunAtLeast(Duration ago) {
        return false;
    }

    @Override
    public boolean heldFor(Duration planned) {
        return false;
    }

    @Override
    public Map<String, String> notes() {
        return Map.of();
    }

    @Override
    public boolean approved() {
        return false;
    }

    @Override
    public boolean restoreRequested() {
        return false;
    }
}
