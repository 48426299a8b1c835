package io.presencemedic.access.grant;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ready-made sets of what may be done, on every cluster and with every runbook. */
public enum Role {
    /** Reads. */
    VIEWER(Verb.READ),
    /** Runs diagnoses and jobs. */
    OPERATOR(Verb.DIAGNOSE, Verb.PLAN, Verb.EXECUTE),
    /** Answers approvals of jobs that somebody else requested. */
    APPROVER(Verb.APPROVE),
    /** Keeps the inventory, the keys and the webhooks, and may do all the others do. */
    ADMIN(Verb.ADMINISTER);

    private final Set<Verb> verbs;

    Role(Verb... verbs) {
        this.verbs = Set.of(verbs);
    }

    /** What makes somebody hold this role: one of these, on some cluster at least. */
    Set<Verb> verbs() {
        return verbs;
    }

    /** What its holder may do. */
    public Grants grants() {
        Set<Verb> held = this == ADMIN ? Set.of(Verb.values()) : verbs;
        return new Grants(List.of(new Grant(held, null, null)));
    }

    /** The name under which resources ask for this role. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
