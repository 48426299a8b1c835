package io.presencemedic.console.now;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What is going on everywhere at this moment. */
@Cancellable(false)
@Path("/console/now")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.VIEWER)
public class NowResource extends PageResource {
    private final NowRepository now;

    NowResource(Pages pages, NowRepository now) {
        super(pages);
        this.now = now;
    }

    /** The whole page. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> page() {
        return show("now");
    }

    /** What of it changes. */
    @GET
    @Path("/live")
    @Operation(hidden = true)
    public Uni<Response> live() {
        return show("now-live");
    }

    private Uni<Response> show(String template) {
        return show(() -> now.read().map(found -> pages.page(template, "Now").data("page", found)), "/console/now");
    }
}
