package io.presencemedic.cluster.credential;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.audit.AuditEntry;
import io.presencemedic.audit.AuditLog;
import io.presencemedic.audit.CurrentActor;
import io.presencemedic.cluster.Clusters;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What an operator may decide about the credentials of a cluster. */
@Cancellable(false)
@Path("/api/v1/clusters/{cluster}/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clusters")
public class CredentialResource {
    private static final String PATH = "/api/v1/clusters/%s/credentials";

    private final Clusters clusters;
    private final StoredRefusals refusals;
    private final AuditLog audit;

    CredentialResource(Clusters clusters, StoredRefusals refusals, AuditLog audit) {
        this.audit = audit;
        this.clusters = clusters;
        this.refusals = refusals;
    }

    /**
     * The answer.
     *
     * @param forgotten how many refusals were forgotten, 0 or more
     */
    @Schema(name = "CredentialRetry")
    public record Retry(int forgotten) {}

    @POST
    @Path("/retry")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "retryCredentials",
            summary = "Let refused passwords be tried again",
            description =
                    "A password that a node refused is not sent again by any job or diagnosis until the credential has changed, because three wrong passwords lock the account for five minutes. This forgets the refusals of the cluster's nodes, so that each password is tried once more, such as after the account was unlocked on the node. Doing it twice does no more than once.")
    public Uni<Retry> retry(@PathParam("cluster") String cluster) {
        return clusters.get(cluster)
                .call(known -> audit.record(
                        CurrentActor.get(),
                        AuditEntry.of("credential.retry").cluster(known.id()).target(PATH.formatted(known.id()))))
                .chain(known -> refusals.forget(known.id()))
                .map(Retry::new);
    }
}
