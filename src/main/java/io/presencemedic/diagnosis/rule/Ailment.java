package io.presencemedic.diagnosis.rule;

/** Why a service does not run, as the document sorts it. */
enum Ailment {
    DATABASE,
    NETWORK_SERVICES,
    STUCK_IN_STARTING,
    PREREQUISITES,
    PRESENCE_ENGINE,
    SYNC_AGENT,
    INTERCLUSTER_SYNC_AGENT,
    FEATURE_NOT_CONFIGURED,
    COMMANDED_OUT,
    NOT_ACTIVATED,
    FAILED_TO_START,
    UNEXPLAINED
}
