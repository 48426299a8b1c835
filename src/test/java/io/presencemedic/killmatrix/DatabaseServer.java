package io.presencemedic.killmatrix;

import io.presencemedic.PostgresPrograms;
import io.presencemedic.database.DatabaseChoice;
import io.presencemedic.database.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The PostgreSQL that all processes share, and that can be struck. */
final class DatabaseServer implements AutoCloseable {
    private final Path home;
    private final EmbeddedDatabase database;
    private final Path control;

    DatabaseServer(Path home) throws IOException {
        this.home = home;
        this.database = EmbeddedDatabase.open(PostgresPrograms.into(home));
        try (Stream<Path> files = Files.walk(home.resolve("postgres-server"))) {
            this.control = files.filter(file -> file.endsWith("bin/pg_ctl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What a replica has to know. */
    Map<String, String> settings() {
        return DatabaseChoice.settings(database, database.jdbcUrl());
    }

    Store store() {
        return new Store(database.jdbcUrl(), database.service());
    }

    /** Is started again at once, without having written its data down in order. */
    void restart() throws IOException, InterruptedException {
        control("restart");
    }

    void stop() throws IOException, InterruptedException {
        control("stop");
    }

    /** With the options that it had. */
    void start() throws IOException, InterruptedException {
        control("restart");
    }

    private void control(String verb) throws IOException, InterruptedException {
        File log = home.resolve("pg_ctl.log").toFile();
        Process process = new ProcessBuilder(command(verb))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("pg_ctl " + verb + ": " + Files.readString(log.toPath()));
        }
    }

    private List<String> command(String verb) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to be root; this is nobody, as it is for the library that started the server.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(control.toString(), "-D", home.resolve("postgres").toString(), "-m", "immediate"));
        command.addAll(List.of("-w", "-l", home.resolve("server.log").toString(), verb));
        return command;
    }

    @Override
    public void close() {
        database.close();
    }
}
