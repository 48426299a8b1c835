package io.presencemedic.job;

import io.presencemedic.EnteredCluster;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.database.DatabaseChoice;
import io.presencemedic.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One PostgreSQL for all who are compared, a database for each, with fsync and synchronous commits. */
public final class BenchServer implements QuarkusTestResourceLifecycleManager {
    /** Where the others' databases are, as the URL of ours with another name. */
    static final List<String> OTHERS = List.of("db_scheduler", "dbos");

    private EmbeddedDatabase server;

    @Override
    public Map<String, String> start() {
        try {
            var home = Files.createTempDirectory("medic-bench");
            server = EmbeddedDatabase.open(home);
            for (String name : OTHERS) {
                server.create(name);
            }
            Map<String, String> settings = new HashMap<>(DatabaseChoice.settings(server, server.jdbcUrl()));
            settings.put("medic.home", home.toString());
            settings.put("medic.access.bootstrap-key", ServiceUnderTest.ADMIN_KEY);
            settings.put("medic.job.most-waiting", "1000000");
            settings.put("medic.simulator.enabled", "false");
            settings.putAll(EnteredCluster.ACCOUNTS);
            for (String limit : List.of("requests", "requests-per-address", "submissions")) {
                settings.put("medic.access.limits." + limit, "10000000");
            }
            settings.put("quarkus.log.level", "WARN");
            return settings;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.close();
    }
}
