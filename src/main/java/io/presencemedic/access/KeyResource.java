package io.presencemedic.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Role;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.creation.Created;
import io.presencemedic.http.creation.Idempotency;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.StoredAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** API keys. */
@Cancellable(false)
@Path(ApiKeys.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "API keys")
public class KeyResource {
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);

    private final ApiKeys keys;
    private final KeyRing ring;
    private final KeyRules rules;
    private final Idempotency idempotency;
    private final Caller caller;
    private final ObjectMapper json;

    KeyResource(ApiKeys keys, KeyRing ring, KeyRules rules, Idempotency idempotency, Caller caller, ObjectMapper json) {
        this.keys = keys;
        this.ring = ring;
        this.rules = rules;
        this.idempotency = idempotency;
        this.caller = caller;
        this.json = json;
    }

    /** A key with its secret, which is shown this once. */
    @Schema(name = "ShownKey")
    record KeyWithSecret(
            UUID id,
            String name,
            @Nullable Role role,
            String owner,
            @Schema(description = "The key itself") String key) {}

    /** How to rotate. */
    @Schema(example = "{\"overlap\":\"PT24H\"}")
    public record Rotation(@Nullable Duration overlap) {}

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List API keys",
            description = "What is known of them, ordered by name; never the keys themselves.")
    public Uni<Page<ApiKey>> list(@Valid @BeanParam PageRequest page) {
        return keys.list(page);
    }

    @POST
    @Operation(
            operationId = "createKey",
            summary = "Make an API key",
            description =
                    "Makes a key and shows it in this answer only: the service keeps a hash. A repeated request is answered without the key. A role is a ready-made set of grants; nobody makes a key that may do more than he may.")
    @APIResponse(
            responseCode = "201",
            description = "The key was made",
            content = @Content(schema = @Schema(implementation = KeyWithSecret.class)))
    public Uni<Response> create(@NotNull @Valid NewKey body, @Context HttpHeaders headers) {
        Optional<IdempotencyKey> key = IdempotencyKey.of(headers);
        Secret secret = Secret.random();
        Subject maker = caller.subject();
        Set<String> makers = KeyRules.makers(maker);
        String fingerprint = idempotency.fingerprint("POST", ApiKeys.PATH, body);
        return idempotency
                .knownOr(caller.name(), key, fingerprint, () -> {
                    rules.require(body, maker);
                    return idempotency.once(caller.name(), key, fingerprint, session -> keys.create(
                                    session, body, maker, makers, secret)
                            .map(made -> Created.thing(ApiKeys.PATH + "/" + made.id(), made)));
                })
                .call(ring::refresh)
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
            description = "What is known of the key; never the key itself.")
    public Uni<ApiKey> get(@PathParam("id") UUID id) {
        return keys.get(id);
    }

    @POST
    @Path("/{id}/rotation")
    @Operation(
            operationId = "rotateKey",
            summary = "Give an API key a new secret",
            description =
                    "Shows the new secret in this answer only. The old one opens for the overlap, PT24H where none is named, at most P30D. Rotating again ends the oldest at once.")
    @APIResponse(
            responseCode = "200",
            description = "The key has a new secret",
            content = @Content(schema = @Schema(implementation = KeyWithSecret.class)))
    public Uni<Response> rotate(@PathParam("id") UUID id, @NotNull @Valid Rotation body) {
        Secret secret = Secret.random();
        Duration overlap = body.overlap() == null ? USUAL_OVERLAP : body.overlap();
        Subject subject = caller.subject();
        return keys.get(id)
                .invoke(key -> rules.requireRotatable(key, subject, overlap))
                .chain(key -> keys.rotate(id, secret, KeyRules.makers(subject), overlap))
                .call(ring::refresh)
                .map(key -> Response.ok(json.<ObjectNode>valueToTree(key).put("key", secret.value()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteKey",
            summary = "Remove an API key",
            description =
                    "The key opens nothing from now on, and the streams that it opened end. The last admin key stays.")
    @APIResponse(responseCode = "204", description = "The key is gone")
    public Uni<Response> remove(@PathParam("id") UUID id) {
        return keys.remove(id).call(ring::refresh).map(removed -> Response.noContent()
                .build());
    }
}
