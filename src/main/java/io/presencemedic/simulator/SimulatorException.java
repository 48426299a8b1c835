package io.presencemedic.simulator;

/** The simulator cannot do what it is asked; the message says why and what to do. */
public class SimulatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SimulatorException(String message, Throwable cause) {
        super(message, cause);
    }

    SimulatorException(String message) {
        super(message);
    }
}
