package io.presencemedic.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the holder of a key may do. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Runs diagnoses and jobs. */
    OPERATOR,
    /** Answers approvals of jobs that somebody else requested. */
    APPROVER,
    /** Keeps the inventory, the keys and the webhooks, and may do all the others do. */
    ADMIN;

    /** The names under which resources ask for this role and those that it includes. */
    Set<String> names() {
        Set<Role> held =
                switch (this) {
                    case VIEWER -> Set.of(VIEWER);
                    case OPERATOR -> Set.of(VIEWER, OPERATOR);
                    case APPROVER -> Set.of(VIEWER, APPROVER);
                    case ADMIN -> Set.of(values());
                };
        return held.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
