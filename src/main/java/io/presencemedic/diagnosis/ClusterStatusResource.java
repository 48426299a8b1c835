package io.presencemedic.diagnosis;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.job.store.Jobs;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How clusters stand. */
@Cancellable(false)
@Path("/api/v1/clusters/{cluster}/status")
@Tag(name = "Diagnosis")
public class ClusterStatusResource {
    private final Clusters clusters;
    private final Diagnoses diagnoses;
    private final Jobs jobs;

    ClusterStatusResource(Clusters clusters, Diagnoses diagnoses, Jobs jobs) {
        this.clusters = clusters;
        this.diagnoses = diagnoses;
        this.jobs = jobs;
    }

    /** Says how a cluster stands. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getClusterStatus",
            summary = "Show how a cluster stands",
            description =
                    "Services, high availability and replication as of the last diagnosis, and what jobs hold switched off now. asOf is null where the cluster was never diagnosed. Asks no node. Accept: text/plain answers for a person.")
    public Uni<StatusView> get(String cluster) {
        return status(cluster);
    }

    /** Says to a person how a cluster stands. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public Uni<String> text(String cluster) {
        return status(cluster).map(DiagnosisText::of);
    }

    private Uni<StatusView> status(String cluster) {
        return clusters.get(cluster).chain(found -> diagnoses.last(cluster)).chain(last -> jobs.heldOff(cluster)
                .map(heldOff -> StatusView.of(cluster, last, heldOff)));
    }
}
