package io.presencemedic;

import io.presencemedic.database.StartFailure;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or says in one line why it cannot. */
@QuarkusMain
public final class Main {
    /** Runs until the process is asked to stop; ends with status 1 where it cannot start. */
    public static void main(String[] args) {
        try {
            Service.run(args);
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
