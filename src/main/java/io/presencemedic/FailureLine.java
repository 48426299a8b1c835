package io.presencemedic;

import io.presencemedic.database.StartFailure;
import io.quarkus.runtime.QuarkusBindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Why the framework could not start, in one line that says what to do. */
final class FailureLine {
    private FailureLine() {}

    static String of(Throwable failure) {
        return oneLine(words(failure));
    }

    private static String words(Throwable failure) {
        Optional<StartFailure> known = cause(failure, StartFailure.class);
        if (known.isPresent()) {
            return String.valueOf(known.get().getMessage());
        }
        Optional<QuarkusBindException> port = cause(failure, QuarkusBindException.class);
        if (port.isPresent()) {
            return HttpPort.inUse(port.get().getPort());
        }
        if (cause(failure, ConnectException.class).isPresent()
                || cause(failure, UnknownHostException.class).isPresent()) {
            return "PostgreSQL at " + databaseUrl()
                    + " cannot be reached. Start it, or correct quarkus.datasource.jdbc.url and"
                    + " quarkus.datasource.reactive.url.";
        }
        return cause(failure, SQLException.class)
                .map(e -> "PostgreSQL at " + databaseUrl() + " refused the service: " + e.getMessage())
                .orElseGet(() -> "The service cannot start: " + root(failure));
    }

    private static String databaseUrl() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .map(url -> url.replaceFirst("\\?.*", ""))
                .orElse("an unknown address");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = next(each)) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }

    private static String root(Throwable failure) {
        Throwable each = failure;
        for (Throwable next = next(each); next != null; next = next(each)) {
            each = next;
        }
        return each.getMessage() == null ? each.toString() : each.getMessage();
    }

    private static @Nullable Throwable next(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == failure ? null : cause;
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
