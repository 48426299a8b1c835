package io.presencemedic.evidence;

import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.ByteRange;
import io.presencemedic.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The archives of bundles, to download. */
@Cancellable(false)
@Path("/api/v1/bundles/{id}/content")
@Tag(name = "Bundles")
public class BundleContentResource {
    private static final String ZIP = "application/zip";

    private final BundleService bundles;

    BundleContentResource(BundleService bundles) {
        this.bundles = bundles;
    }

    /** Which bytes a request wants. */
    private record Wanted(
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String ifNoneMatch) {
        Optional<ByteRange> of(String etag, long size) {
            return ifRange == null || ifRange.equals(etag) ? ByteRange.of(range, size) : Optional.empty();
        }

        boolean has(String etag) {
            return ifNoneMatch != null && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag));
        }
    }

    /** Downloads a bundle. */
    @GET
    @Produces(ZIP)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "downloadBundle",
            summary = "Download a bundle",
            description =
                    "The archive, whole or in ranges. With max-part-size it comes in parts that are archives by themselves and no larger than that; a single file that is larger is a part of its own. Unpack all parts into one folder before SHA256SUMS is checked.")
    @APIResponse(
            responseCode = "200",
            description = "The archive, or one part of it; ETag is its version, Part-Count the number of parts",
            headers = {
                @Header(name = "ETag", description = "Its version.", schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Part-Count",
                        description = "In how many parts it comes.",
                        schema = @Schema(type = SchemaType.INTEGER))
            },
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The bytes that Range asked for",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The caller has this version")
    public Response download(
            UUID id,
            @QueryParam("max-part-size")
                    @Parameter(description = "The most bytes of a part.", example = "5MB")
                    @Nullable
                    String maxPartSize,
            @QueryParam("part") @Parameter(description = "Which part, from 1.", example = "1") @Nullable Integer part,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch)
            throws IOException {
        BundleView bundle = bundles.find(id, null);
        java.nio.file.Path archive = bundles.archive(bundle);
        Wanted wanted = new Wanted(range, ifRange, ifNoneMatch);
        if (maxPartSize == null) {
            requirePart(part, 1);
            return whole(bundle, archive, wanted);
        }
        return part(bundle, archive, SizeParameter.of(maxPartSize), part == null ? 1 : part, wanted);
    }

    private static Response whole(BundleView bundle, java.nio.file.Path archive, Wanted wanted) throws IOException {
        long size = java.nio.file.Files.size(archive);
        String etag = "\"" + bundle.sha256() + "\"";
        if (wanted.has(etag)) {
            return Response.notModified(etag).header(HttpHeaders.ETAG, etag).build();
        }
        Optional<ByteRange> range = wanted.of(etag, size);
        ByteRange sent = range.orElse(new ByteRange(0, size - 1, size));
        return answer(bundle, etag, range, 1, 1)
                .entity(new PathPart(archive, sent.first(), sent.length()))
                .build();
    }

    private static Response part(BundleView bundle, java.nio.file.Path archive, long limit, int number, Wanted wanted)
            throws IOException {
        ZipSplitter parts = ZipSplitter.of(archive, limit);
        requirePart(number, parts.count());
        String etag = "\"" + bundle.sha256() + "-" + ZipSplitter.LAYOUT + "-" + limit + "-" + number + "\"";
        if (wanted.has(etag)) {
            return Response.notModified().header(HttpHeaders.ETAG, etag).build();
        }
        long size = parts.size(number);
        Optional<ByteRange> range = wanted.of(etag, size);
        ByteRange sent = range.orElse(new ByteRange(0, size - 1, size));
        StreamingOutput content = out -> parts.write(number, new RangeOutputStream(out, sent));
        return answer(bundle, etag, range, number, parts.count())
                .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .entity(content)
                .build();
    }

    private static Response.ResponseBuilder answer(
            BundleView bundle, String etag, Optional<ByteRange> range, int part, int parts) {
        String name = "%s-%s-%s%s.zip"
                .formatted(
                        bundle.cluster(),
                        bundle.kind(),
                        bundle.id(),
                        parts == 1 ? "" : "-part-" + part + "-of-" + parts);
        Response.ResponseBuilder answer = Response.status(range.isPresent() ? 206 : 200)
                .type(ZIP)
                .header(HttpHeaders.ETAG, etag)
                .header("Accept-Ranges", "bytes")
                .header("Part-Count", parts)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        range.ifPresent(some -> answer.header("Content-Range", some.contentRange()));
        return answer;
    }

    private static void requirePart(@Nullable Integer part, int parts) {
        if (part != null && (part < 1 || part > parts)) {
            throw Problem.of(404, "PART_UNKNOWN", "The archive has " + parts + " parts at this size, from 1.")
                    .error("part", "must be from 1 to " + parts)
                    .exception();
        }
    }
}
