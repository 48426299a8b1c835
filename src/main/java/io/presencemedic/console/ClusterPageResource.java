package io.presencemedic.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Requires;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.presencemedic.cluster.ClusterResource;
import io.presencemedic.console.job.JobRows;
import io.presencemedic.console.page.JsonValues;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.diagnosis.ClusterDiagnosesResource;
import io.presencemedic.diagnosis.ClusterStatusResource;
import io.presencemedic.diagnosis.DiagnosisResource;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.job.ClusterJobsResource;
import io.presencemedic.job.JobRequest;
import io.presencemedic.job.JobResource;
import io.presencemedic.runbook.RunbookName;
import io.presencemedic.runbook.catalog.RunbookResource;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A cluster: how it stands, what is wrong, and what may be done about it. */
@Cancellable(false)
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.VIEWER)
public class ClusterPageResource extends PageResource {
    private final ClusterResource clusters;
    private final ClusterStatusResource status;
    private final DiagnosisResource diagnoses;
    private final ClusterDiagnosesResource diagnosing;
    private final JobResource jobs;
    private final ClusterJobsResource submission;
    private final RunbookResource runbooks;
    private final ClusterSince since;
    private final ObjectMapper json;

    ClusterPageResource(
            Pages pages,
            ClusterResource clusters,
            ClusterStatusResource status,
            DiagnosisResource diagnoses,
            ClusterDiagnosesResource diagnosing,
            JobResource jobs,
            ClusterJobsResource submission,
            RunbookResource runbooks,
            ClusterSince since,
            ObjectMapper json) {
        super(pages);
        this.clusters = clusters;
        this.status = status;
        this.diagnoses = diagnoses;
        this.diagnosing = diagnosing;
        this.jobs = jobs;
        this.submission = submission;
        this.runbooks = runbooks;
        this.since = since;
        this.json = json;
    }

    /** How a cluster stands. */
    @GET
    @Path("/clusters/{cluster}")
    @Operation(hidden = true)
    public Uni<Response> cluster(String cluster) {
        return show(
                () -> clusters.get(cluster)
                        .map(answer -> pages.document(answer.getEntity()))
                        .chain(inventory -> asked(() -> status.get(cluster))
                                .map(found -> readable((ObjectNode) found, cluster))
                                .chain(found -> page(inventory, found))),
                "/console/now");
    }

    /** The status is the cluster's; the diagnosis that it is of is shown to who may read that. */
    private ObjectNode readable(ObjectNode status, String cluster) {
        boolean may = pages.reader().may(Verb.READ, cluster, RunbookName.DIAGNOSIS.text());
        return may ? status : status.without("diagnosis");
    }

    private Uni<TemplateInstance> page(JsonNode inventory, JsonNode found) {
        String cluster = inventory.path("id").asText();
        return lastDiagnosis(found).chain(diagnosis -> asked(
                        () -> jobs.list(cluster, null, null, null, new PageRequest()))
                .chain(history -> since.of(cluster, diagnosis.path("findings"), history)
                        .chain(since -> asked(() -> runbooks.list(PageRequest.of(PageRequest.MOST, null)))
                                .map(catalogue -> diagnosed(diagnosis, cluster, "cluster", cluster)
                                        .data("cluster", inventory)
                                        .data("status", found)
                                        .data("changedSince", ClusterRows.changedSince(history, found))
                                        .data("nodes", ClusterRows.nodes(inventory, diagnosis))
                                        .data(
                                                "since",
                                                diagnosis.path("findings").isEmpty() ? null : since)
                                        .data("matrix", ServiceMatrix.of(found.path("services")))
                                        .data("trouble", !found.path("heldOff").isEmpty())
                                        .data("runbooks", ClusterRows.runbooks(catalogue, pages.reader(), cluster))
                                        .data("jobs", JobRows.of(history))))));
    }

    /** A page with the findings of a diagnosis, and the remedies that its reader may plan. */
    private TemplateInstance diagnosed(JsonNode diagnosis, String cluster, String template, String title) {
        return pages.page(template, title, cluster, null)
                .data("diagnosis", diagnosis)
                .data(
                        "findings",
                        JsonValues.plain(ClusterRows.findings(diagnosis.path("findings"), pages.reader(), cluster)))
                .data("undetermined", JsonValues.plain(diagnosis.path("undetermined")));
    }

    private Uni<JsonNode> lastDiagnosis(JsonNode found) {
        return found.hasNonNull("diagnosis")
                ? asked(() ->
                        diagnoses.get(UUID.fromString(found.path("diagnosis").asText())))
                : Uni.createFrom().item(JsonNodeFactory.instance.objectNode());
    }

    /** Has the cluster diagnosed. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Path("/clusters/{cluster}/diagnoses")
    @RolesAllowed(Roles.OPERATOR)
    @Requires(Verb.DIAGNOSE)
    @Operation(hidden = true)
    public Uni<Response> diagnose(String cluster, @RestForm @Nullable String csrf, @RestForm @Nullable String key) {
        return act(
                csrf,
                () -> madeBy(diagnosing.create(cluster, null, new FormHeaders(key)), id -> "/console/diagnoses/" + id),
                back(cluster));
    }

    /** Has a remedy planned; the plan changes nothing. */
    @POST
    @Costs(Limit.SUBMISSIONS)
    @Path("/clusters/{cluster}/plans")
    @RolesAllowed(Roles.OPERATOR)
    @Requires(Verb.PLAN)
    @Operation(hidden = true)
    public Uni<Response> plan(
            String cluster,
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String key,
            @RestForm @Nullable String runbook,
            @RestForm @Nullable String group,
            @RestForm @Nullable String node,
            @RestForm @Nullable String service,
            @RestForm @Nullable String parameters) {
        return act(
                csrf,
                () -> madeBy(
                        submission.submit(
                                cluster,
                                request(runbook, group, node, parameters(service, parameters)),
                                new FormHeaders(key)),
                        id -> "/console/jobs/" + id),
                back(cluster));
    }

    private JobRequest request(
            @Nullable String runbook, @Nullable String group, @Nullable String node, ObjectNode parameters) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("runbook", runbook).put("mode", "PLAN");
        ObjectNode target = body.objectNode();
        put(target, "group", group);
        put(target, "node", node);
        if (!target.isEmpty()) {
            body.set("target", target);
        }
        if (!parameters.isEmpty()) {
            body.set("parameters", parameters);
        }
        return json.convertValue(body, JobRequest.class);
    }

    private ObjectNode parameters(@Nullable String service, @Nullable String parameters) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        put(all, "service", service);
        if (parameters == null || parameters.isBlank()) {
            return all;
        }
        try {
            return json.readValue(parameters, ObjectNode.class).setAll(all);
        } catch (JsonProcessingException e) {
            throw Problem.invalid("parameters", "must be a JSON object").exception();
        }
    }

    private static void put(ObjectNode document, String member, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            document.put(member, value.strip());
        }
    }

    /** A diagnosis. */
    @GET
    @Path("/diagnoses/{id}")
    @Operation(hidden = true)
    public Uni<Response> diagnosis(UUID id) {
        return show(
                () -> asked(() -> diagnoses.get(id)).map(found -> {
                    String cluster = found.path("cluster").asText();
                    return diagnosed(found, cluster, "diagnosis", "Diagnosis of " + cluster)
                            .data("cluster", json.createObjectNode().put("id", cluster));
                }),
                "/console/now");
    }

    private static String back(String cluster) {
        return "/console/clusters/" + cluster;
    }
}
