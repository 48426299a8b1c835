package io.presencemedic.diagnosis.rule;

/** One sort of thing that can be wrong with a cluster. Reads nothing but the facts. */
interface Rule {
    /** What the facts say about it, and what they would have to say to decide it. */
    RuleResult look(RuleContext facts);
}
