package io.presencemedic.access.audit;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.audit.AuditChain;
import io.presencemedic.audit.AuditFilter;
import io.presencemedic.audit.AuditFilterBuilder;
import io.presencemedic.audit.AuditTrail;
import io.presencemedic.audit.RecordedEntry;
import io.presencemedic.audit.Verification;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The audit log, to read, to export and to check. */
@Cancellable(false)
@Path("/api/v1/audit")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Audit log")
public class AuditResource {
    private static final String LINES = "application/x-ndjson";
    private static final int AT_ONCE = 500;
    private static final Pattern ANCHOR = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private final AuditTrail trail;
    private final AuditChain chain;

    AuditResource(AuditTrail trail, AuditChain chain) {
        this.trail = trail;
        this.chain = chain;
    }

    /** Which entries are wanted; each part may be absent. */
    public static final class Wanted {
        @QueryParam("subject")
        @Nullable
        @Size(max = 128)
        @Parameter(description = "Name of a key or user")
        String subject;

        @QueryParam("verb")
        @Nullable
        @Size(max = 64)
        @Parameter(description = "What was done", example = "key.create")
        String verb;

        @QueryParam("cluster")
        @Nullable
        @Size(max = 63)
        String cluster;

        @QueryParam("job")
        @Nullable
        UUID job;

        @QueryParam("from")
        @Nullable
        @Parameter(description = "From this time on")
        Instant from;

        @QueryParam("to")
        @Nullable
        @Parameter(description = "Before this time")
        Instant to;

        /** What a filter wants, for rooms that read the log themselves. */
        public static Wanted of(AuditFilter filter) {
            Wanted wanted = new Wanted();
            wanted.subject = filter.subject();
            wanted.verb = filter.verb();
            wanted.cluster = filter.cluster();
            wanted.job = filter.job();
            wanted.from = filter.from();
            wanted.to = filter.to();
            return wanted;
        }

        AuditFilter filter() {
            return new AuditFilterBuilder()
                    .subject(subject)
                    .verb(verb)
                    .cluster(cluster)
                    .job(job)
                    .from(from)
                    .to(to)
                    .build();
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listAudit",
            summary = "Who did what",
            description =
                    "Newest first: who did or was refused what, as whom, from where, on what. With Accept: application/x-ndjson everything that fits, oldest first, one entry per line.")
    public Uni<Page<AuditView>> list(@Valid @BeanParam Wanted wanted, @Valid @BeanParam PageRequest page) {
        long before = page.after().map(AuditResource::number).orElse(Long.MAX_VALUE);
        return trail.newest(wanted.filter(), before, page.limit() + 1)
                .map(found -> Page.of(found, page, entry -> Long.toString(entry.seq()))
                        .map(AuditView::of));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid("cursor", "is not one that this list gave").exception();
        }
    }

    @GET
    @Path("/export")
    @Produces(LINES)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportAudit",
            summary = "Export the audit log",
            description = "Everything that fits, oldest first, one entry per line.")
    public Multi<AuditView> export(@Valid @BeanParam Wanted wanted) {
        AuditFilter filter = wanted.filter();
        AtomicLong last = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> trail.oldest(filter, last.get(), AT_ONCE).invoke(found -> last.set(end(found))))
                .whilst(found -> found.size() == AT_ONCE)
                .onItem()
                .transformToMultiAndConcatenate(found -> Multi.createFrom().iterable(found))
                .map(AuditView::of);
    }

    private static long end(List<RecordedEntry> found) {
        return found.isEmpty() ? Long.MAX_VALUE : found.get(found.size() - 1).seq();
    }

    @GET
    @Path("/verification")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyAudit",
            summary = "Whether the audit log is as it was recorded",
            description =
                    "Computes the chain of hashes anew and compares it with the anchors: those in the database, and those that you kept from the log or a webhook and name here. One look is limited to 200,000 entries; next says where to go on.")
    public Uni<Verification> verify(
            @QueryParam("anchor")
                    @Size(max = 100)
                    @Parameter(description = "An anchor that you kept: number, colon, hash")
                    List<String> anchors,
            @QueryParam("from") @DefaultValue("0") @Min(0) long from) {
        return chain.verify(anchors(anchors), from);
    }

    private static Map<Long, String> anchors(List<String> texts) {
        Map<Long, String> anchors = new HashMap<>();
        for (String text : texts) {
            Matcher parts = ANCHOR.matcher(text);
            if (!parts.matches()) {
                throw Problem.invalid("anchor", "must be a number, a colon and 64 hexadecimal digits")
                        .exception();
            }
            anchors.put(Long.valueOf(parts.group(1)), parts.group(2));
        }
        return anchors;
    }
}
