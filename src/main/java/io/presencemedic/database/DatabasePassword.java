package io.presencemedic.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A random password of the embedded server. The text form does not tell it.
 *
 * @param value 32 random bytes in Base64 with letters, digits, hyphens and underscores
 */
record DatabasePassword(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static DatabasePassword random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new DatabasePassword(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The password that an earlier start left in the home folder. */
    static Optional<DatabasePassword> kept(Path home) throws IOException {
        Path file = file(home);
        return Files.exists(file)
                ? Optional.of(new DatabasePassword(Files.readString(file).strip()))
                : Optional.empty();
    }

    /** Leaves it in the home folder, for the next start and for the owner of the account. */
    void keep(Path home) throws IOException {
        PrivateFile.write(file(home), value + "\n");
    }

    static Path file(Path home) {
        return home.resolve("database-password");
    }

    @Override
    public String toString() {
        return "DatabasePassword[…]";
    }
}
