package io.presencemedic.cluster.credential;

import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.ClusterEntryCheck;
import io.presencemedic.cluster.CredentialNames;
import io.presencemedic.cluster.Node;
import io.presencemedic.http.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells whoever enters a cluster at once that a credential is for other hosts; the link would refuse to send it. */
@ApplicationScoped
class BindingCheck implements ClusterEntryCheck {
    private final Mutiny.SessionFactory database;
    private final CredentialBindings bindings;

    BindingCheck(Mutiny.SessionFactory database, CredentialBindings bindings) {
        this.database = database;
        this.bindings = bindings;
    }

    /** @throws io.presencemedic.http.ProblemException (in the Uni) 403 {@code CREDENTIAL_BOUND} */
    @Override
    public Uni<Void> require(Cluster cluster) {
        return database.withSession(session -> require(session, cluster));
    }

    @Override
    public Uni<Void> require(Mutiny.Session session, Cluster cluster) {
        CredentialNames names = cluster.credentials();
        return Multi.createFrom()
                .items(Stream.of(names.platform(), names.application()).distinct())
                .onItem()
                .transformToUniAndConcatenate(name -> bindings.find(session, name))
                .collect()
                .asList()
                .invoke(found -> found.stream().flatMap(Optional::stream).forEach(each -> require(each, cluster)))
                .replaceWithVoid();
    }

    private static void require(CredentialBinding binding, Cluster cluster) {
        List<Node> nodes = cluster.nodes();
        Problem problem = Problem.of(
                403,
                "CREDENTIAL_BOUND",
                "The credential \"" + binding.credential() + "\" is bound to other hosts and is sent nowhere else."
                        + " Name the hosts in medic.credentials.\"" + binding.credential()
                        + "\".hosts, or bind it anew with its password: PUT "
                        + CredentialBindings.path(binding.credential()) + ".");
        for (int place = 0; place < nodes.size(); place++) {
            String host = nodes.get(place).host().toLowerCase(Locale.ROOT);
            if (!binding.allows(cluster.id(), host)) {
                problem = problem.error("nodes[" + place + "].host", "is not a host of " + binding.credential());
            }
        }
        if (!problem.errors().isEmpty()) {
            throw problem.exception();
        }
    }
}
