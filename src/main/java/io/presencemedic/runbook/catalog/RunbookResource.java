package io.presencemedic.runbook.catalog;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.runbook.RunbookCard;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The catalogue of runbooks. */
@Cancellable(false)
@Path("/api/v1/runbooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Runbooks")
public class RunbookResource {
    private final RunbookCatalog catalog;

    RunbookResource(RunbookCatalog catalog) {
        this.catalog = catalog;
    }

    /** Lists runbooks. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listRunbooks",
            summary = "List the runbooks",
            description =
                    "In the order of their names: what each does, by which item of the document, and what it takes.")
    public Uni<Page<RunbookCard>> list(@BeanParam @Valid PageRequest page) {
        String after = page.after().orElse("");
        List<RunbookCard> rest = catalog.cards().stream()
                .filter(card -> card.name().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Uni.createFrom().item(Page.of(rest, page, RunbookCard::name));
    }

    /** Shows a runbook. */
    @GET
    @Path("/{runbook}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getRunbook",
            summary = "Show a runbook",
            description = "Title, document items, target, risk, disruption, and the JSON Schema of its parameters.")
    public Uni<RunbookCard> get(String runbook) {
        return Uni.createFrom()
                .item(catalog.find(runbook)
                        .orElseThrow(() -> Problem.of(
                                        404,
                                        "RUNBOOK_UNKNOWN",
                                        "There is no such runbook; GET /api/v1/runbooks lists them.")
                                .exception())
                        .card());
    }
}
