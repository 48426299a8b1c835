package io.presencemedic.console.session;

import io.presencemedic.database.Retention;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Sessions that are over are forgotten also where nobody logs in any more. */
final class SessionRetention {
    private static final String REMOVAL = """
            delete from console_session where id in (
              select id from console_session where last_used_at < now() - make_interval(secs => $1)
              order by last_used_at limit $2)""";

    private SessionRetention() {}

    @Produces
    @Singleton
    static Retention sessions(ConsoleConfig config) {
        return new Retention("sessions", config.absolute(), REMOVAL, List.of("console_session"));
    }
}
