package io.presencemedic.diagnosis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.presencemedic.access.Caller;
import io.presencemedic.access.PermissionCheck;
import io.presencemedic.access.grant.Requires;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.cluster.Clusters;
import io.presencemedic.http.OptionalBody;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.creation.Created;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.Prefer;
import io.presencemedic.http.creation.StoredAnswer;
import io.presencemedic.job.JobFeed;
import io.presencemedic.job.JobOrder;
import io.presencemedic.job.JobSubmission;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.view.JobSummary;
import io.presencemedic.runbook.RunbookName;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Diagnoses of a cluster. */
@Cancellable(false)
@Path("/api/v1/clusters/{cluster}/diagnoses")
@Tag(name = "Diagnosis")
public class ClusterDiagnosesResource {
    private final JobSubmission submission;
    private final Jobs jobs;
    private final JobFeed feed;
    private final Clusters clusters;
    private final Diagnoses diagnoses;
    private final OptionalBody bodies;
    private final PermissionCheck permissions;
    private final Caller caller;
    private final Clock clock;

    ClusterDiagnosesResource(
            JobSubmission submission,
            Jobs jobs,
            JobFeed feed,
            Clusters clusters,
            Diagnoses diagnoses,
            OptionalBody bodies,
            PermissionCheck permissions,
            Caller caller,
            Clock clock) {
        this.submission = submission;
        this.jobs = jobs;
        this.feed = feed;
        this.clusters = clusters;
        this.diagnoses = diagnoses;
        this.bodies = bodies;
        this.permissions = permissions;
        this.caller = caller;
        this.clock = clock;
    }

    /** Has a cluster diagnosed. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Requires(Verb.DIAGNOSE)
    @Operation(
            operationId = "createDiagnosis",
            summary = "Diagnose a cluster",
            description =
                    "Asks all nodes side by side and says what is wrong, with the evidence and the runbook that remedies it. Only reads, and runs beside a job that changes the cluster. The body may be left out. Repeat it with the same Idempotency-Key as often as you like: one diagnosis is made. Accept: text/plain answers for a person.")
    @Parameter(name = Prefer.HEADER, in = ParameterIn.HEADER)
    @APIResponse(
            responseCode = "202",
            description = "The diagnosis has begun; Location says where it is",
            content = @Content(schema = @Schema(implementation = DiagnosisView.class)))
    @APIResponse(
            responseCode = "200",
            description = "An earlier diagnosis no older than maxAge; Content-Location says where it is",
            content = @Content(schema = @Schema(implementation = DiagnosisView.class)))
    public Uni<Response> create(
            String cluster,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = DiagnosisRequest.class)))
                    @Nullable
                    String body,
            @Context HttpHeaders headers) {
        return diagnosed(cluster, body, headers, view -> view, answer -> Uni.createFrom()
                .item(answer.response().build()));
    }

    /** Has a cluster diagnosed for a person. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.OPERATOR)
    @Requires(Verb.DIAGNOSE)
    @Operation(hidden = true)
    public Uni<Response> createForAPerson(String cluster, @Nullable String body, @Context HttpHeaders headers) {
        return diagnosed(cluster, body, headers, DiagnosisText::of, this::asItIs);
    }

    /**
     * An earlier diagnosis where the caller takes one, or one that is begun.
     *
     * @param form what is shown of a diagnosis
     * @param begun what is answered where nobody waits for it
     */
    private Uni<Response> diagnosed(
            String cluster,
            @Nullable String body,
            HttpHeaders headers,
            Function<DiagnosisView, Object> form,
            Function<StoredAnswer, Uni<Response>> begun) {
        permissions.require(
                "/api/v1/clusters/" + cluster + "/diagnoses", Verb.DIAGNOSE, cluster, RunbookName.DIAGNOSIS.text());
        Optional<Prefer> wait = Prefer.of(headers);
        DiagnosisRequest said = bodies.read(body, DiagnosisRequest.class, DiagnosisRequest.NOTHING_SAID);
        Optional<IdempotencyKey> key = IdempotencyKey.of(headers);
        JobOrder order = order(cluster, said);
        return recent(order, said, key)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(given(form.apply(found.get()), found.get()))
                        : submission
                                .begin(order, key, caller.name())
                                .chain(answer ->
                                        wait.isEmpty() ? begun.apply(answer) : whenFinal(answer, wait.get(), form)));
    }

    /** An answer that is young enough for the caller; empty where there is none, or he began this one before. */
    private Uni<Optional<DiagnosisView>> recent(JobOrder order, DiagnosisRequest said, Optional<IdempotencyKey> key) {
        Duration age = said.maxAge();
        return age == null
                ? Uni.createFrom().item(Optional.empty())
                : submission
                        .begun(order, key, caller.name())
                        .chain(known -> known.isPresent()
                                ? Uni.createFrom().item(Optional.empty())
                                : recent(order.cluster(), age));
    }

    private Uni<Optional<DiagnosisView>> recent(String cluster, Duration age) {
        return clusters.get(cluster)
                .chain(there -> jobs.stillTrue(
                        cluster, RunbookName.DIAGNOSIS.text(), clock.instant().minus(age)))
                .chain(job -> job.<Uni<Optional<DiagnosisView>>>map(
                                found -> diagnoses.view(found).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Response given(Object shown, DiagnosisView view) {
        return Response.ok(shown)
                .header(HttpHeaders.CONTENT_LOCATION, "/api/v1/diagnoses/" + view.id())
                .build();
    }

    private static JobOrder order(String cluster, DiagnosisRequest said) {
        return new JobOrder(
                cluster,
                RunbookName.DIAGNOSIS.text(),
                JsonNodeFactory.instance.objectNode(),
                said.reason(),
                said.ticket(),
                "/clusters/" + cluster + "/diagnoses",
                job -> Created.work("/api/v1/diagnoses/" + job.id(), DiagnosisView.of(job)));
    }

    private Uni<Response> asItIs(StoredAnswer answer) {
        return jobs.summary(UUID.fromString(answer.id()))
                .chain(job -> diagnoses.view(job.orElseThrow()))
                .map(view -> answer.headers(Response.status(answer.status()).entity(DiagnosisText.of(view)))
                        .build());
    }

    private Uni<Response> whenFinal(StoredAnswer answer, Prefer wait, Function<DiagnosisView, Object> form) {
        return feed.whenFinal(UUID.fromString(answer.id()), wait.patience())
                .chain(diagnoses::view)
                .map(view -> answer.after(wait, form.apply(view), view.state().isFinal())
                        .build());
    }

    /** Lists diagnoses. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listDiagnoses",
            summary = "List a cluster's diagnoses, newest first",
            description = "Those that are being made, too; what they have found is not known yet.")
    public Uni<Page<DiagnosisSummary>> list(String cluster, @BeanParam @Valid PageRequest page) {
        boolean isReadable = caller.may(Verb.READ, cluster, RunbookName.DIAGNOSIS.text());
        return clusters.get(cluster)
                .chain(found ->
                        isReadable ? made(cluster, page) : Uni.createFrom().item(List.<JobSummary>of()))
                .map(found -> Page.of(found, page, job -> job.id().toString()))
                .chain(this::withFindings);
    }

    private Uni<List<JobSummary>> made(String cluster, PageRequest page) {
        return jobs.summaries(
                cluster, RunbookName.DIAGNOSIS.text(), page.afterId().orElse(null), page.limit() + 1);
    }

    private Uni<Page<DiagnosisSummary>> withFindings(Page<JobSummary> page) {
        List<UUID> ids = page.items().stream().map(JobSummary::id).toList();
        return diagnoses.gists(ids).map(found -> page.map(job -> DiagnosisSummary.of(job, found.get(job.id()))));
    }
}
