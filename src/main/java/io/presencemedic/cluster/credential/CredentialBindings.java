package io.presencemedic.cluster.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.presencemedic.audit.Actor;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.database.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The store of where credentials may be sent. What the configuration says counts; where it says nothing, the cluster
 * that uses a credential first binds it to its hosts, and from then on it is sent nowhere else.
 */
@ApplicationScoped
class CredentialBindings {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 1_000;

    private final Mutiny.SessionFactory database;
    private final ConfiguredCredentials configured;
    private final AuditLog audit;
    private final Clock clock;
    private final Cache<String, CredentialBinding> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(FRESH)
            .build();

    CredentialBindings(Mutiny.SessionFactory database, ConfiguredCredentials configured, AuditLog audit, Clock clock) {
        this.database = database;
        this.configured = configured;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a credential may be sent; empty while nobody has said so and nobody has used it. */
    Uni<Optional<CredentialBinding>> find(Mutiny.Session session, String credential) {
        Optional<CredentialBinding> said = ofConfiguration(credential);
        return said.isPresent() ? Uni.createFrom().item(said) : stored(session, credential);
    }

    Uni<Optional<CredentialBinding>> find(String credential) {
        return database.withSession(session -> find(session, credential));
    }

    /**
     * Whether the credential may be sent to a node of this cluster; the first use binds it to the hosts of the cluster.
     * Blocks; the answer is at most some seconds old.
     */
    boolean allows(String credential, Cluster cluster, String host) {
        Optional<CredentialBinding> said = ofConfiguration(credential);
        return said.orElseGet(() -> known.get(credential, name -> firstUse(name, hosts(cluster), cluster.id())))
                .allows(cluster.id(), host);
    }

    /** The same for a host that is no node: it is bound to by its own first use, and no cluster's name opens it. */
    boolean allows(String credential, String host) {
        Optional<CredentialBinding> said = ofConfiguration(credential);
        return said.orElseGet(() -> known.get(credential, name -> firstUse(name, List.of(folded(host)), null)))
                .allows(host);
    }

    private CredentialBinding firstUse(String credential, List<String> hosts, @Nullable String cluster) {
        CredentialBinding wanted = new CredentialBinding(
                credential, CredentialBinding.Source.FIRST_USE, hosts, List.of(), clock.instant());
        return Blocking.await(
                database.withTransaction(session -> stored(session, credential)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(found.get())
                                : bindFirst(session, cluster, wanted))),
                PATIENCE);
    }

    private Uni<CredentialBinding> bindFirst(
            Mutiny.Session session, @Nullable String cluster, CredentialBinding wanted) {
        return write(session, wanted, "do nothing")
                .chain(written -> written == 0
                        ? Uni.createFrom().voidItem()
                        : audit.record(
                                session,
                                Actor.SERVICE,
                                (cluster == null
                                                ? entry(wanted.credential())
                                                : entry(wanted.credential()).cluster(cluster))
                                        .after(audit.json(wanted))))
                .chain(() -> stored(session, wanted.credential()))
                .map(Optional::orElseThrow);
    }

    /** Binds a credential to other hosts, on the word of somebody who knows its password. */
    Uni<CredentialBinding> rebind(String credential, List<String> hosts) {
        CredentialBinding wanted = new CredentialBinding(
                credential,
                CredentialBinding.Source.ADMINISTRATOR,
                hosts.stream()
                        .map(CredentialBindings::folded)
                        .distinct()
                        .sorted()
                        .toList(),
                List.of(),
                clock.instant());
        return database.withTransaction(session -> stored(session, credential)
                        .chain(before -> write(
                                        session,
                                        wanted,
                                        "(credential) do update set hosts = excluded.hosts, source = excluded.source,"
                                                + " bound_at = excluded.bound_at")
                                .chain(() -> audit.record(
                                        session,
                                        entry(credential)
                                                .before(before.map(audit::json).orElse(null))
                                                .after(audit.json(wanted)))))
                        .replaceWith(wanted))
                .invoke(() -> known.invalidate(credential));
    }

    private Optional<CredentialBinding> ofConfiguration(String credential) {
        return configured
                .scope(credential)
                .map(scope -> new CredentialBinding(
                        credential, CredentialBinding.Source.CONFIGURATION, scope.hosts(), scope.clusters(), null));
    }

    private static Uni<Optional<CredentialBinding>> stored(Mutiny.Session session, String credential) {
        return session.createNativeQuery(
                        "select hosts, source, bound_at from credential_binding where credential = :credential",
                        Tuple.class)
                .setParameter("credential", credential)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(found -> binding(credential, found)));
    }

    private static CredentialBinding binding(String credential, Tuple row) {
        Object at = row.get(2);
        return new CredentialBinding(
                credential,
                CredentialBinding.Source.valueOf(row.get(1, String.class)),
                List.of(row.get(0, String.class).split(" ")),
                List.of(),
                at instanceof OffsetDateTime time ? time.toInstant() : (Instant) at);
    }

    private static Uni<Integer> write(Mutiny.Session session, CredentialBinding wanted, String onConflict) {
        return session.createNativeQuery("insert into credential_binding (credential, hosts, source, bound_at)"
                        + " values (:credential, :hosts, :source, :at) on conflict " + onConflict)
                .setParameter("credential", wanted.credential())
                .setParameter("hosts", String.join(" ", wanted.hosts()))
                .setParameter("source", wanted.source().name())
                .setParameter("at", OffsetDateTime.ofInstant(time(wanted), ZoneOffset.UTC))
                .executeUpdate();
    }

    private static Instant time(CredentialBinding binding) {
        return Objects.requireNonNull(binding.boundAt());
    }

    private static AuditEntry entry(String credential) {
        return AuditEntry.of("credential.bind").target(path(credential));
    }

    /** Where the binding is found. */
    static String path(String credential) {
        return "/api/v1/credentials/" + credential + "/binding";
    }

    static List<String> hosts(Cluster cluster) {
        return cluster.nodes().stream()
                .map(node -> folded(node.host()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String folded(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
