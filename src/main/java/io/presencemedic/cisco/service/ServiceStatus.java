package io.presencemedic.cisco.service;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code utils service list}.
 *
 * @param name the service
 * @param state its state
 * @param reason why it is not started; null where the row carries no note
 */
public record ServiceStatus(
        ServiceName name, ServiceState state, @Nullable StopReason reason) {}
