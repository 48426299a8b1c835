package io.presencemedic.evidence;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.evidence.folder.BundleDirectories;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Bundles, to look at and to throw away. */
@Cancellable(false)
@Path("/api/v1/bundles/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class BundleResource {
    private final BundleService bundles;
    private final BundleDirectories folders;

    BundleResource(BundleService bundles, BundleDirectories folders) {
        this.bundles = bundles;
        this.folders = folders;
    }

    /** Shows a bundle. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getBundle",
            summary = "Show a bundle",
            description =
                    "How far collecting has come, item by item, and the archive's size once there is one. As text/plain: a summary to paste into a case.")
    public BundleView get(
            UUID id,
            @QueryParam("max-part-size")
                    @Parameter(
                            description = "Tells in how many parts of at most this size the archive can be had.",
                            example = "5MB")
                    @Nullable
                    String maxPartSize) {
        return bundles.find(id, maxPartSize == null ? null : SizeParameter.of(maxPartSize));
    }

    /** Shows a bundle to a person. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public String summary(UUID id) {
        return BundleText.of(bundles.find(id, null), folders.of(id).archive());
    }

    /** Throws a bundle away. */
    @DELETE
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "deleteBundle",
            summary = "Delete a bundle",
            description =
                    "Removes its files. Refused while it is collected; the job that collected it stays in the log.")
    @APIResponse(responseCode = "204", description = "The bundle is gone")
    public void delete(UUID id) {
        bundles.remove(id);
    }
}
