package io.presencemedic;

import io.presencemedic.database.DatabaseChoice;
import io.presencemedic.database.EmbeddedDatabase;
import io.presencemedic.database.StartFailure;
import io.presencemedic.http.MalformedAddress;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The service in this process: its database first, then everything else; at the end the other way round. */
final class Service {
    private static final int SECONDS_TO_STOP = 60;

    private final @Nullable EmbeddedDatabase database;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Service(@Nullable EmbeddedDatabase database) {
        this.database = database;
    }

    /** @throws io.presencemedic.database.StartFailure where the port is taken or the database cannot be prepared */
    static void run(String... args) {
        Config config = ConfigUtils.configBuilder().build();
        TlsSettings tls = TlsSettings.of(config);
        tls.announce(config);
        Folders.require(config);
        HttpPort.of(config).requireFree();
        DatabaseChoice choice = DatabaseChoice.of(config);
        BuildParts parts = BuildParts.ofThisBuild();
        parts.require(config, choice.embedded());
        parts.announce();
        HomeFolder.close(home(config)).ifPresent(System.err::println);
        EmbeddedDatabase database = choice.embedded() ? open(home(config)) : null;
        if (database == null) {
            choice.announce();
        } else {
            DatabaseChoice.announce(database);
        }
        new Service(database).runUntilStopped(args);
    }

    private static EmbeddedDatabase open(Path home) {
        StartNoise noise = StartNoise.kept();
        try {
            return EmbeddedDatabase.open(home);
        } catch (StartFailure e) {
            System.err.println(noise.said());
            throw e;
        } finally {
            noise.close();
        }
    }

    private static Path home(Config config) {
        return Path.of(config.getOptionalValue("medic.home", String.class).orElse(".medic"));
    }

    private void runUntilStopped(String... args) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "medic-stop"));
        MalformedAddress.refuseInWords();
        Quarkus.run(null, this::end, args);
    }

    private void end(int status, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println(FailureLine.of(failure));
        }
        if (database != null) {
            database.close();
        }
        stopped.countDown();
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, null);
    }

    /** On a signal the process would end while the main thread still stops the database. */
    private void awaitEnd() {
        try {
            boolean inTime = stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("The database was not stopped in time; the next start takes care of it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
