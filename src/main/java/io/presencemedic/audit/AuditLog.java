package io.presencemedic.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit log. What cannot be recorded does not happen: the entry is written in the transaction of what it
 * records, as the last thing in it, because it holds the chain's lock until that transaction ends.
 */
@ApplicationScoped
public class AuditLog {
    private static final Pattern NUMBERED = Pattern.compile("\\$(\\d+)");

    private final Mutiny.SessionFactory database;
    private final ObjectMapper json;

    AuditLog(Mutiny.SessionFactory database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Records in the caller's transaction, by whoever sent the request that is being answered. */
    public Uni<Void> record(Mutiny.Session session, AuditEntry entry) {
        return record(session, CurrentActor.get(), entry);
    }

    /** Records in the caller's transaction. */
    public Uni<Void> record(Mutiny.Session session, Actor actor, AuditEntry entry) {
        return session.flush().chain(() -> insert(session, actor, entry)).replaceWithVoid();
    }

    /** Records something that has no transaction of its own. */
    public Uni<Void> record(Actor actor, AuditEntry entry) {
        return database.withTransaction(session -> record(session, actor, entry));
    }

    /** A thing as {@link AuditEntry#before} and {@link AuditEntry#after} want it. */
    public String json(Object thing) {
        try {
            return json.writeValueAsString(thing);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Uni<Integer> insert(Mutiny.Session session, Actor actor, AuditEntry entry) {
        Mutiny.Query<Object> insert = session.createNativeQuery(NUMBERED.matcher(AuditStatement.SQL).replaceAll("?$1"));
        List<@Nullable Object> parameters = AuditStatement.parameters(actor, entry);
        for (int i = 0; i < parameters.size(); i++) {
            insert.setParameter(i + 1, parameters.get(i));
        }
        return insert.executeUpdate();
    }
}
