package io.presencemedic.diagnosis.rule;

/** Why a service does not run, as the document sorts it. */
enum OutageCause {
    DATABASE("DATABASE_DOWN"),
    NETWORK_SERVICES("NETWORK_SERVICES_DOWN"),
    CONFIG_MANAGER("XCP_CONFIG_MANAGER_DOWN"),
    STUCK_IN_STARTING("STUCK_IN_STARTING"),
    PREREQUISITES("PRESENCE_ENGINE_PREREQUISITES_DOWN"),
    PRESENCE_ENGINE("PRESENCE_ENGINE_DOWN"),
    SYNC_AGENT("SYNC_AGENT_DOWN"),
    INTERCLUSTER_SYNC_AGENT("INTERCLUSTER_SYNC_AGENT_DOWN"),
    AXL_WEB_SERVICE("AXL_WEB_SERVICE_DOWN"),
    FEATURE_NOT_CONFIGURED("FEATURE_NOT_CONFIGURED"),
    COMMANDED_OUT("COMMANDED_OUT_OF_SERVICE"),
    NOT_ACTIVATED("SERVICE_NOT_ACTIVATED"),
    FAILED_TO_START("SERVICE_FAILED_TO_START"),
    UNEXPLAINED("SERVICE_NOT_STARTED");

    private final String code;

    OutageCause(String code) {
        this.code = code;
    }

    /** Code of the finding that tells it. */
    String code() {
        return code;
    }
}
