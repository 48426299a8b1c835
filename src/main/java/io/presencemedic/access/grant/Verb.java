package io.presencemedic.access.grant;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a grant allows to do. */
public enum Verb {
    /** Looks at clusters, jobs, diagnoses and bundles. */
    READ,
    /** Runs diagnoses and collects evidence. */
    DIAGNOSE,
    /** Has runbooks say what they would do. */
    PLAN,
    /** Runs runbooks, and says to their jobs what an operator says. */
    EXECUTE,
    /** Answers approvals of jobs that somebody else requested. */
    APPROVE,
    /** Keeps the inventory, the keys and the webhooks, and reads the audit log. */
    ADMINISTER;

    /** Whether who may do this may do the other as well. */
    boolean includes(Verb other) {
        return other == this || other == READ || (this == EXECUTE && other == PLAN);
    }

    /** All that one of these includes. */
    static Set<Verb> included(Set<Verb> held) {
        EnumSet<Verb> all = EnumSet.noneOf(Verb.class);
        Arrays.stream(values())
                .filter(verb -> held.stream().anyMatch(each -> each.includes(verb)))
                .forEach(all::add);
        return Collections.unmodifiableSet(all);
    }
}
