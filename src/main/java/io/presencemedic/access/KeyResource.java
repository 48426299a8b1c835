package io.presencemedic.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.http.Created;
import io.presencemedic.http.Idempotency;
import io.presencemedic.http.IdempotencyKey;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.StoredAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API keys. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "API keys")
public class KeyResource {
    private static final String PATH = "/api/v1/keys";

    private final ApiKeys keys;
    private final Idempotency idempotency;
    private final Caller caller;
    private final ObjectMapper json;

    KeyResource(ApiKeys keys, Idempotency idempotency, Caller caller, ObjectMapper json) {
        this.json = json;
        this.keys = keys;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** What a new key shall be. */
    record NewKey(
            @NotNull
            @Pattern(
                    regexp = "[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?",
                    message = "must be 1 to 64 lower-case letters, digits, dots, hyphens or underscores,"
                            + " beginning and ending with a letter or digit")
            String name,

            @NotNull Role role) {}

    /** What the first answer shows: the key itself, which is shown this once. */
    record ShownKey(UUID id, String name, Role role, Instant createdAt, String createdBy, String key) {}

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List API keys",
            description = "Names and roles, ordered by name; never the keys themselves.")
    public Uni<Page<ApiKey>> list(@Valid @BeanParam PageRequest page) {
        return keys.list(page);
    }

    @POST
    @Operation(
            operationId = "createKey",
            summary = "Make an API key",
            description =
                    "Makes a key and shows it in this answer only: the service keeps a hash. A repeated request is answered without the key.")
    @APIResponse(
            responseCode = "201",
            description = "The key was made",
            content = @Content(schema = @Schema(implementation = ShownKey.class)))
    public Uni<Response> create(@NotNull @Valid NewKey body, @Context HttpHeaders headers) {
        Optional<IdempotencyKey> key = IdempotencyKey.of(headers);
        Secret secret = Secret.random();
        String creator = caller.name();
        return idempotency
                .once(creator, key, idempotency.fingerprint("POST", PATH, body), session -> keys.create(
                                session, body.name(), body.role(), creator, secret)
                        .map(made -> Created.thing(PATH + "/" + made.id(), made)))
                .map(answer -> answer.replayed() ? answer.response().build() : shown(answer, secret));
    }

    /** The secret is in this answer only; the answer that is kept for repetition does not have it. */
    private Response shown(StoredAnswer answer, Secret secret) {
        try {
            ObjectNode body = json.readValue(answer.json(), ObjectNode.class).put("key", secret.value());
            return answer.response()
                    .entity(body)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getKey",
            summary = "Show an API key",
            description = "The key's name and role; never the key itself.")
    public Uni<ApiKey> get(@PathParam("id") UUID id) {
        return keys.get(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteKey",
            summary = "Remove an API key",
            description = "The key opens nothing from now on. The last admin key stays.")
    @APIResponse(responseCode = "204", description = "The key is gone")
    public Uni<Response> remove(@PathParam("id") UUID id) {
        return keys.remove(id).map(removed -> Response.noContent().build());
    }
}
