package io.presencemedic.cluster;

import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.creation.Created;
import io.presencemedic.http.creation.Idempotency;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.StoredAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The inventory. */
@Cancellable(false)
@Path("/api/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clusters")
public class ClusterResource {
    private static final String PATH = "/api/v1/clusters";

    private final Clusters clusters;
    private final Idempotency idempotency;
    private final Caller caller;
    private final NodeAddresses addresses;
    private final ClusterEntryCheck entry;

    ClusterResource(
            Clusters clusters,
            Idempotency idempotency,
            Caller caller,
            NodeAddresses addresses,
            ClusterEntryCheck entry) {
        this.addresses = addresses;
        this.entry = entry;
        this.clusters = clusters;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listClusters", summary = "List clusters", description = "The inventory, ordered by id.")
    public Uni<Page<Cluster>> list(@Valid @BeanParam PageRequest page) {
        return clusters.list(page, caller.readable());
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "createCluster",
            summary = "Add a cluster",
            description =
                    "Adds a cluster to the inventory. Nothing is sent to its nodes. Credentials are named, never sent; the service finds their values in its configuration.")
    @APIResponse(
            responseCode = "201",
            description = "The cluster was added; ETag is its version",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Its version, for If-Match.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Cluster.class)))
    public Uni<Response> create(@NotNull @Valid ClusterDocument body, @Context HttpHeaders headers) {
        String id = requireNewId(body);
        ClusterCheck.require(body, addresses);
        return idempotency
                .once(
                        caller.name(),
                        IdempotencyKey.of(headers),
                        idempotency.fingerprint("POST", PATH, body),
                        session -> entry.require(session, body.cluster(id))
                                .chain(() -> clusters.create(session, body.cluster(id)))
                                .map(made -> Created.thing(PATH + "/" + id, made.cluster())
                                        .etag(made.etag())))
                .map(StoredAnswer::response)
                .map(Response.ResponseBuilder::build);
    }

    @GET
    @Path("/{cluster}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getCluster",
            summary = "Show a cluster",
            description = "One cluster of the inventory with its version.")
    @APIResponse(
            responseCode = "200",
            description = "The cluster; ETag is its version",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Its version, for If-Match.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Cluster.class)))
    public Uni<Response> get(@PathParam("cluster") String cluster) {
        return clusters.stored(cluster).map(ClusterResource::shown);
    }

    @PUT
    @Path("/{cluster}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "replaceCluster",
            summary = "Change a cluster",
            description =
                    "Replaces the whole entry. A node without hostKey gets the next key that it shows pinned. Refused while a job works on the cluster.")
    @APIResponse(
            responseCode = "200",
            description = "The cluster as it is now; ETag is its version",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Its version, for If-Match.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Cluster.class)))
    public Uni<Response> replace(
            @PathParam("cluster") String cluster,
            @Nullable @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ClusterDocument body) {
        IfMatch condition = IfMatch.of(ifMatch);
        if (body.id() != null && !body.id().equals(cluster)) {
            throw Problem.invalid("id", "cannot be changed; leave it out or send \"" + cluster + "\"")
                    .exception();
        }
        refuseSimulated(body);
        ClusterCheck.require(body, addresses);
        return entry.require(body.cluster(cluster))
                .chain(() -> clusters.replace(condition, body.cluster(cluster)))
                .map(ClusterResource::shown);
    }

    @DELETE
    @Path("/{cluster}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "deleteCluster",
            summary = "Remove a cluster",
            description =
                    "Removes the cluster from the inventory; its jobs stay in the log. Refused while a job works on it.")
    @APIResponse(responseCode = "204", description = "The cluster is gone")
    public Uni<Response> remove(
            @PathParam("cluster") String cluster, @Nullable @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return clusters.remove(cluster, IfMatch.of(ifMatch))
                .map(removed -> Response.noContent().build());
    }

    private static Response shown(StoredCluster stored) {
        return Response.ok(stored.cluster())
                .header(HttpHeaders.ETAG, stored.etag())
                .build();
    }

    private static String requireNewId(ClusterDocument body) {
        refuseSimulated(body);
        if (body.id() == null) {
            throw Problem.invalid("id", "must not be null").exception();
        }
        if (body.id().equals(Cluster.SIMULATED_ID)) {
            throw Problem.invalid("id", "is kept for the simulated cluster").exception();
        }
        return body.id();
    }

    private static void refuseSimulated(ClusterDocument body) {
        if (Boolean.TRUE.equals(body.simulated())) {
            throw Problem.invalid("simulated", "is read-only").exception();
        }
    }
}
