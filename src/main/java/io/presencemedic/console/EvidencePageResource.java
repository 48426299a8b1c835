package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Requires;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.cluster.ClusterResource;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.evidence.BundleContentResource;
import io.presencemedic.evidence.BundleKind;
import io.presencemedic.evidence.BundleRequest;
import io.presencemedic.evidence.BundleResource;
import io.presencemedic.evidence.ClusterBundlesResource;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Evidence for TAC: what is collected, how far it is, and the archives. */
@Cancellable(false)
@Path("/console")
@RolesAllowed(Roles.VIEWER)
public class EvidencePageResource extends PageResource {
    private final ClusterResource clusters;
    private final ClusterBundlesResource collecting;
    private final BundleResource bundles;
    private final BundleContentResource content;
    private final ObjectMapper json;

    EvidencePageResource(
            Pages pages,
            ClusterResource clusters,
            ClusterBundlesResource collecting,
            BundleResource bundles,
            BundleContentResource content,
            ObjectMapper json) {
        super(pages);
        this.clusters = clusters;
        this.collecting = collecting;
        this.bundles = bundles;
        this.content = content;
        this.json = json;
    }

    /** The bundles of each cluster. */
    @GET
    @Path("/evidence")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> list() {
        return show(
                () -> asked(() -> clusters.list(new PageRequest()))
                        .chain(this::withBundles)
                        .map(found -> pages.page("evidence", "Evidence").data("clusters", found)),
                "/console/now");
    }

    private Uni<List<JsonNode>> withBundles(JsonNode page) {
        return Multi.createFrom()
                .iterable(StreamSupport.stream(page.path("items").spliterator(), false)
                        .map(ObjectNode.class::cast)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(cluster -> offTheEventLoop(
                                () -> collecting.list(cluster.path("id").asText(), new PageRequest()))
                        .map(found -> withRights(cluster, found.path("items"))))
                .collect()
                .asList();
    }

    private JsonNode withRights(ObjectNode cluster, JsonNode bundles) {
        ArrayNode kinds = cluster.putArray("kinds");
        Arrays.stream(BundleKind.values())
                .filter(kind -> may(Verb.DIAGNOSE, cluster.path("id").asText(), kind))
                .forEach(kind -> kinds.add(kind.id()));
        bundles.forEach(bundle -> withRights((ObjectNode) bundle));
        return cluster.set("bundles", bundles);
    }

    private JsonNode withRights(ObjectNode bundle) {
        BundleKind kind = BundleKind.of(bundle.path("kind").asText());
        return bundle.put(
                "mayDownload", may(Verb.EXECUTE, bundle.path("cluster").asText(), kind));
    }

    private boolean may(Verb verb, String cluster, BundleKind kind) {
        return pages.reader().may(verb, cluster, kind.runbook().text());
    }

    /** A bundle. */
    @GET
    @Path("/bundles/{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<Response> bundle(UUID id) {
        return show(
                () -> offTheEventLoop(() -> bundles.get(id, null))
                        .map(found -> pages.page("bundle", found.path("kind").asText())
                                .data("bundle", withRights((ObjectNode) found))),
                "/console/evidence");
    }

    /** Has evidence collected. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Path("/clusters/{cluster}/bundles")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed(Roles.OPERATOR)
    @Requires(Verb.DIAGNOSE)
    @Operation(hidden = true)
    public Uni<Response> collect(
            String cluster,
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String key,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String ticket,
            @RestForm @Nullable String pseudonyms) {
        ObjectNode body = json.createObjectNode().put("kind", kind).put("pseudonyms", "true".equals(pseudonyms));
        if (ticket != null && !ticket.isBlank()) {
            body.put("ticket", ticket.strip());
        }
        return act(
                csrf,
                () -> madeBy(
                        collecting.create(cluster, json.convertValue(body, BundleRequest.class), new FormHeaders(key)),
                        id -> "/console/bundles/" + id),
                "/console/evidence");
    }

    /** The archive. */
    @GET
    @Path("/bundles/{id}/content")
    @RolesAllowed(Roles.OPERATOR)
    @Produces("application/zip")
    @io.smallrye.common.annotation.Blocking
    @Operation(hidden = true)
    public Response content(UUID id, @HeaderParam("Range") @Nullable String range) throws IOException {
        return content.download(id, null, null, range, null, null);
    }

    private Uni<JsonNode> offTheEventLoop(java.util.function.Supplier<?> blocking) {
        return Uni.createFrom()
                .item(blocking)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(pages::document);
    }
}
