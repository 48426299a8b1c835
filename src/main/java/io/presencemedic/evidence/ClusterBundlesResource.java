package io.presencemedic.evidence;

import io.presencemedic.access.Roles;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.database.Blocking;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bundles of a cluster. */
@Path("/api/v1/clusters/{cluster}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class ClusterBundlesResource {
    private final BundleShelf shelf;
    private final Clusters clusters;

    ClusterBundlesResource(BundleShelf shelf, Clusters clusters) {
        this.shelf = shelf;
        this.clusters = clusters;
    }

    /** Lists bundles. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listBundles",
            summary = "List a cluster's bundles, newest first",
            description = "Those that are collected now, too. Removed and expired ones are not listed.")
    public Page<BundleView> list(String cluster, @BeanParam @Valid PageRequest page) {
        Blocking.await(clusters.get(cluster));
        return shelf.list(cluster, page);
    }
}
