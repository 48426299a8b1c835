package io.presencemedic.access.audit;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.audit.Archive;
import io.presencemedic.audit.AuditArchives;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What of the audit log was exported, signed and removed. */
@Cancellable(false)
@Path("/api/v1/audit/archives")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Audit log")
public class AuditArchiveResource {
    private static final int MOST = 200;

    private final AuditArchives archives;

    AuditArchiveResource(AuditArchives archives) {
        this.archives = archives;
    }

    /**
     * The archives, newest first.
     *
     * @param items at most 200
     */
    @Schema(name = "AuditArchives")
    public record Archives(List<Archive> items) {}

    /**
     * What shows that the range was exported.
     *
     * @param hash hash of the export's last entry
     */
    @Schema(name = "NewAuditArchive")
    public record Exported(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits")
            String hash) {}

    @GET
    @Operation(
            operationId = "listAuditArchives",
            summary = "List what was archived",
            description = "The ranges that were exported, signed and removed, newest first, at most 200.")
    public Uni<Archives> list() {
        return archives.list(MOST).map(Archives::new);
    }

    @PUT
    @Path("/{upTo}")
    @Operation(
            operationId = "archiveAudit",
            summary = "Archive the audit log up to an entry",
            description =
                    "Signs everything up to this entry and removes it from the database. Export it first (GET /audit/export) and send the hash of the last exported entry, which stands for all before it. Entries younger than medic.audit.retention stay. The chain goes on from that hash.")
    public Uni<Archive> make(@PathParam("upTo") @Min(1) long upTo, @NotNull @Valid Exported body) {
        return archives.make(upTo, body.hash());
    }
}
