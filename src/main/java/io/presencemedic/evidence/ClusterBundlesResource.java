package io.presencemedic.evidence;

import io.presencemedic.access.Caller;
import io.presencemedic.access.NamedJobs;
import io.presencemedic.access.PermissionCheck;
import io.presencemedic.access.grant.Requires;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.database.Blocking;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.Prefer;
import io.presencemedic.http.creation.StoredAnswer;
import io.presencemedic.job.JobFeed;
import io.presencemedic.job.JobSubmission;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Bundles of a cluster. */
@Cancellable(false)
@Path("/api/v1/clusters/{cluster}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class ClusterBundlesResource {
    private final BundleService bundles;
    private final Clusters clusters;
    private final JobSubmission submission;
    private final NamedJobs named;
    private final PermissionCheck permissions;
    private final JobFeed feed;
    private final Caller caller;
    private final Clock clock;

    ClusterBundlesResource(
            BundleService bundles,
            Clusters clusters,
            JobSubmission submission,
            NamedJobs named,
            PermissionCheck permissions,
            JobFeed feed,
            Caller caller,
            Clock clock) {
        this.bundles = bundles;
        this.clusters = clusters;
        this.submission = submission;
        this.named = named;
        this.permissions = permissions;
        this.feed = feed;
        this.caller = caller;
        this.clock = clock;
    }

    /** Has a bundle collected. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Requires(Verb.DIAGNOSE)
    @Operation(
            operationId = "createBundle",
            summary = "Collect evidence for TAC",
            description =
                    "Collects what the document wants for a fault: outputs, logs and traces of the nodes that it names. Nothing is changed on the cluster. Repeat it with the same Idempotency-Key as often as you like: one bundle is made.")
    @Parameter(name = Prefer.HEADER, in = ParameterIn.HEADER)
    @APIResponse(
            responseCode = "202",
            description = "Collecting has begun; Location says where the bundle is",
            content = @Content(schema = @Schema(implementation = BundleView.class)))
    public Uni<Response> create(String cluster, @NotNull @Valid BundleRequest request, @Context HttpHeaders headers) {
        permissions.require(
                "/api/v1/clusters/" + cluster + "/bundles",
                Verb.DIAGNOSE,
                cluster,
                request.kind().runbook().text());
        request.check(clock.instant());
        Optional<Prefer> wait = Prefer.of(headers);
        return submission
                .begin(
                        request.order(cluster),
                        IdempotencyKey.of(headers),
                        caller.name(),
                        () -> named.require(cluster, request.jobs()))
                .chain(answer -> wait.isEmpty()
                        ? Uni.createFrom().item(answer.response().build())
                        : whenFinal(answer, wait.get()));
    }

    /** Files are looked at on a thread that may wait for them. */
    private Uni<Response> whenFinal(StoredAnswer answer, Prefer wait) {
        UUID id = UUID.fromString(answer.id());
        return feed.whenFinal(id, wait.patience())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(job -> answer.after(
                                wait, bundles.find(id, null), job.state().isFinal())
                        .build());
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
        return bundles.list(cluster, caller.readable(), page);
    }
}
