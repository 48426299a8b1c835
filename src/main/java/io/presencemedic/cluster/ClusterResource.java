package io.presencemedic.cluster;

import io.presencemedic.access.Caller;
import io.presencemedic.access.Roles;
import io.presencemedic.http.Created;
import io.presencemedic.http.Idempotency;
import io.presencemedic.http.IdempotencyKey;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.StoredAnswer;
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
import org.jspecify.annotations.Nullable;

/** The inventory. */
@Path("/api/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClusterResource {
    private static final String PATH = "/api/v1/clusters";

    private final Clusters clusters;
    private final Idempotency idempotency;
    private final Caller caller;

    ClusterResource(Clusters clusters, Idempotency idempotency, Caller caller) {
        this.clusters = clusters;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Uni<Page<Cluster>> list(@Valid @BeanParam PageRequest page) {
        return clusters.list(page);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    public Uni<Response> create(@NotNull @Valid ClusterDocument body, @Context HttpHeaders headers) {
        String id = requireNewId(body);
        ClusterCheck.require(body);
        return idempotency
                .once(
                        caller.name(),
                        IdempotencyKey.of(headers),
                        idempotency.fingerprint("POST", PATH, body),
                        session -> clusters.create(session, body.cluster(id))
                                .map(made -> Created.thing(PATH + "/" + id, made.cluster())
                                        .etag(made.etag())))
                .map(StoredAnswer::response)
                .map(Response.ResponseBuilder::build);
    }

    @GET
    @Path("/{cluster}")
    @RolesAllowed(Roles.VIEWER)
    public Uni<Response> get(@PathParam("cluster") String cluster) {
        return clusters.stored(cluster).map(ClusterResource::shown);
    }

    @PUT
    @Path("/{cluster}")
    @RolesAllowed(Roles.ADMIN)
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
        ClusterCheck.require(body);
        return clusters.replace(condition, body.cluster(cluster)).map(ClusterResource::shown);
    }

    @DELETE
    @Path("/{cluster}")
    @RolesAllowed(Roles.ADMIN)
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
