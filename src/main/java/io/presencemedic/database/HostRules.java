package io.presencemedic.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who may connect to the embedded server: accounts with a password, from this machine. */
enum HostRules {
    WITH_PASSWORD("scram-sha-256"),
    /** For the one start that gives a password to a server of an earlier version, which had none. */
    ONCE_WITHOUT_PASSWORD("trust");

    private final String method;

    HostRules(String method) {
        this.method = method;
    }

    /** Replaces the server's own rules. */
    void write(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 " + method + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
