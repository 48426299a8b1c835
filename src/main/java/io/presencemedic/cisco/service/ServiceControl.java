package io.presencemedic.cisco.service;

import org.jspecify.annotations.Nullable;

/**
 * What a start, stop, restart or activation of a service printed. It only tells how far the platform had come when the
 * prompt returned: the service list has the last word (C6).
 *
 * @param service the service
 * @param state the last state that was printed; null where an activation prints none
 * @param reason the note that stood with that state; null where there was none
 * @param succeeded whether that state is what the command is for
 */
public record ServiceControl(
        ServiceName service,
        @Nullable ServiceState state,
        @Nullable StopReason reason,
        boolean succeeded) {}
