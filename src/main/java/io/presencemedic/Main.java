package io.presencemedic;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Main {
    private Main() {}

    /** Runs until the process is asked to stop. */
    public static void main(String[] args) {
        Quarkus.run(args);
    }
}
