package io.presencemedic.http;

import io.presencemedic.database.Retention;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How long answers are kept for those who ask again; after that their keys may be used anew. */
final class IdempotencyRetention {
    private static final String REMOVAL = """
            delete from idempotency where (caller, key) in (
              select caller, key from idempotency where created_at < now() - make_interval(secs => $1)
              order by created_at limit $2 for update skip locked)""";

    private IdempotencyRetention() {}

    @Produces
    @Singleton
    static Retention answers(HttpConfig config) {
        return new Retention("idempotency-keys", config.idempotencyRetention(), REMOVAL, List.of("idempotency"));
    }
}
