package io.presencemedic.console;

import io.presencemedic.access.audit.AuditResource;
import io.presencemedic.access.audit.AuditView;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.console.page.JsonValues;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.http.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The audit log: who did what, and who was refused what. */
@Cancellable(false)
@Path("/console/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class AuditPageResource extends PageResource {
    private final AuditResource audit;

    AuditPageResource(Pages pages, AuditResource audit) {
        super(pages);
        this.audit = audit;
    }

    /** The fields of the page's form. */
    public static final class Form {
        @QueryParam("subject")
        @Nullable
        String subject;

        @QueryParam("verb")
        @Nullable
        String verb;

        @QueryParam("cluster")
        @Nullable
        String cluster;

        @QueryParam("job")
        @Nullable
        String job;

        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;

        AuditQuery query() {
            return new AuditQuery(subject, verb, cluster, job, from, to);
        }
    }

    /** What fits a filter, newest first. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> list(@BeanParam Form form, @BeanParam PageRequest page) {
        AuditQuery query = form.query();
        return show(
                () -> asked(() -> audit.list(AuditResource.Wanted.of(query.filter()), page))
                        .map(pages::reread)
                        .map(found -> pages.page("audit", "Audit")
                                .data("filter", query)
                                .data("entries", JsonValues.plain(found.path("items")))
                                .data("export", "/console/audit/export" + query.address(null))
                                .data(
                                        "next",
                                        found.hasNonNull("nextCursor")
                                                ? query.address(
                                                        found.path("nextCursor").asText())
                                                : null)),
                "/console/audit");
    }

    /** Everything that fits a filter, oldest first, one entry on a line, to keep. */
    @GET
    @Path("/export")
    @Produces("application/x-ndjson")
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Multi<AuditView> export(@BeanParam Form form) {
        return audit.export(AuditResource.Wanted.of(form.query().filter()));
    }
}
