package io.presencemedic.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Which database the configuration asks for.
 *
 * @param embedded whether the service brings its own
 * @param jdbcUrl of the external database, for the migrations
 * @param reactiveUrl of the external database, for everything else
 */
public record DatabaseChoice(boolean embedded, String jdbcUrl, String reactiveUrl) {
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";
    private static final String EMBEDDED = "medic.database.embedded";

    /**
     * Reads the choice. One URL is enough: the other is the same without or with {@code jdbc:}.
     *
     * @throws StartFailure where the settings contradict each other or name no database at all
     */
    public static DatabaseChoice of(Config config) {
        Optional<String> jdbc = config.getOptionalValue(JDBC_URL, String.class);
        Optional<String> reactive = config.getOptionalValue(REACTIVE_URL, String.class);
        boolean external = jdbc.isPresent() || reactive.isPresent();
        boolean embedded = config.getOptionalValue(EMBEDDED, Boolean.class).orElse(!external);
        if (embedded && external) {
            throw new StartFailure(
                    EMBEDDED + " is true and a database URL is configured as well. Remove one of the two.");
        }
        if (!embedded && !external) {
            throw new StartFailure(EMBEDDED + " is false and no database is configured. Set " + JDBC_URL + " and "
                    + REACTIVE_URL + ".");
        }
        return embedded ? new DatabaseChoice(true, "", "") : external(jdbc, reactive);
    }

    private static DatabaseChoice external(Optional<String> jdbc, Optional<String> reactive) {
        String jdbcUrl = jdbc.orElseGet(() -> "jdbc:" + reactive.orElseThrow());
        String reactiveUrl = reactive.orElseGet(() -> jdbcUrl.replaceFirst("^jdbc:", ""));
        return new DatabaseChoice(false, jdbcUrl, reactiveUrl);
    }

    /** Tells the framework; called before it starts. */
    public void announce() {
        urls().forEach(System::setProperty);
    }

    private Map<String, String> urls() {
        return Map.of(JDBC_URL, jdbcUrl, REACTIVE_URL, reactiveUrl);
    }

    /** Tells the framework about a server that was started meanwhile; called before the framework starts. */
    public static void announce(EmbeddedDatabase database) {
        settings(database, database.jdbcUrl()).forEach(System::setProperty);
    }

    /**
     * What the framework has to know of a database of the embedded server.
     *
     * @param jdbcUrl one that this server gave
     */
    public static Map<String, String> settings(EmbeddedDatabase database, String jdbcUrl) {
        Map<String, String> settings =
                new LinkedHashMap<>(new DatabaseChoice(true, jdbcUrl, jdbcUrl.replaceFirst("^jdbc:", "")).urls());
        settings.put("quarkus.datasource.username", database.service().user());
        settings.put("quarkus.datasource.password", database.service().password());
        settings.put("quarkus.flyway.jdbc-url", jdbcUrl);
        settings.put("quarkus.flyway.username", database.owner().user());
        settings.put("quarkus.flyway.password", database.owner().password());
        return settings;
    }
}
