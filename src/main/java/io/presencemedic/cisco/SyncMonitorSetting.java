package io.presencemedic.cisco;

/**
 * What the replication-sync monitor was set to. The platform has no command that shows it (C5).
 *
 * @param enabled whether it was switched on
 */
public record SyncMonitorSetting(boolean enabled) {}
