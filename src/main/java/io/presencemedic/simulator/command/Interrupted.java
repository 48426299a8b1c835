package io.presencemedic.simulator.command;

/** The user pressed Ctrl-C while a command was running. */
public final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
