package io.presencemedic;

import io.presencemedic.database.StartFailure;
import org.eclipse.microprofile.config.Config;

/**
 * Which of the parts for a trial this build has. A production build has neither.
 *
 * @param simulator whether it can simulate a cluster
 * @param embeddedPostgres whether it brings a PostgreSQL server
 */
record BuildParts(boolean simulator, boolean embeddedPostgres) {
    private static final String SIMULATOR = "io/presencemedic/simulator/Simulator.class";
    private static final String POSTGRES = "io/zonky/test/db/postgres/embedded/EmbeddedPostgres.class";
    private static final String SIMULATOR_ON = "medic.simulator.enabled";

    /** The parts that these classes were packaged with. */
    static BuildParts ofThisBuild() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new BuildParts(loader.getResource(SIMULATOR) != null, loader.getResource(POSTGRES) != null);
    }

    /**
     * Compares what the configuration asks for with what is there.
     *
     * @param embedded whether the embedded database was chosen
     * @throws StartFailure where a part is asked for that this build does not have
     */
    void require(Config config, boolean embedded) {
        if (embedded && !embeddedPostgres) {
            throw new StartFailure("No database is configured, and this build brings none. Set"
                    + " quarkus.datasource.jdbc.url, quarkus.datasource.username and quarkus.datasource.password.");
        }
        if (!simulator && config.getOptionalValue(SIMULATOR_ON, Boolean.class).orElse(false)) {
            throw new StartFailure(SIMULATOR_ON
                    + " is true, and this build has no simulator. Set it to false, or use the demo build.");
        }
    }

    /** Tells the framework; called before it starts. Without a simulator nothing has to switch it off. */
    void announce() {
        if (!simulator) {
            System.setProperty(SIMULATOR_ON, "false");
        }
    }
}
