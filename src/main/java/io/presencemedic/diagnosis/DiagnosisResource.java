package io.presencemedic.diagnosis;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.Problem;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.runbook.RunbookName;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Diagnoses, to look at. */
@Cancellable(false)
@Path("/api/v1/diagnoses")
@Tag(name = "Diagnosis")
public class DiagnosisResource {
    private final Jobs jobs;
    private final Diagnoses diagnoses;

    DiagnosisResource(Jobs jobs, Diagnoses diagnoses) {
        this.jobs = jobs;
        this.diagnoses = diagnoses;
    }

    /** Shows a diagnosis. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getDiagnosis",
            summary = "Show a diagnosis",
            description =
                    "What is wrong, what could not be determined, the facts of each node, and what has changed since the diagnosis before. What it found is null until it is there. Accept: text/plain answers for a person.")
    public Uni<DiagnosisView> get(UUID id) {
        return find(id);
    }

    /** Shows a diagnosis to a person. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public Uni<String> text(UUID id) {
        return find(id).map(DiagnosisText::of);
    }

    private Uni<DiagnosisView> find(UUID id) {
        return jobs.summary(id)
                .map(found -> found.filter(job -> RunbookName.DIAGNOSIS.is(job.runbook()))
                        .orElseThrow(() -> Problem.of(404, "DIAGNOSIS_UNKNOWN", "There is no diagnosis " + id + ".")
                                .exception()))
                .chain(diagnoses::view);
    }
}
