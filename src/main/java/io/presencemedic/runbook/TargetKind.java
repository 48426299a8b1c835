package io.presencemedic.runbook;

/** What a runbook works on. */
public enum TargetKind {
    /** One presence redundancy group. */
    GROUP,
    /** One node. */
    NODE,
    /** The whole cluster; nothing is named. */
    CLUSTER
}
