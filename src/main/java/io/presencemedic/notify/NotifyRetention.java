package io.presencemedic.notify;

import io.presencemedic.database.Retention;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How long messages are kept, with their deliveries. */
final class NotifyRetention {
    private static final String REMOVAL = """
            delete from notification where id in (
              select id from notification where at < now() - make_interval(secs => $1)
              order by at limit $2 for update skip locked)""";

    private NotifyRetention() {}

    @Produces
    @Singleton
    static Retention messages(NotifyConfig config) {
        return new Retention("messages", config.retention(), REMOVAL, List.of("notification", "webhook_delivery"));
    }
}
