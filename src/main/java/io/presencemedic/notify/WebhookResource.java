package io.presencemedic.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.OptionalBody;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.http.creation.Created;
import io.presencemedic.http.creation.Idempotency;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.notify.signature.WebhookSecret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Endpoints that are told what happens. */
@Cancellable(false)
@Path(WebhookResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Webhooks")
public class WebhookResource {
    static final String PATH = "/api/v1/webhooks";

    private final Webhooks webhooks;
    private final WebhookCheck check;
    private final Idempotency idempotency;
    private final OptionalBody bodies;
    private final Caller caller;
    private final ObjectMapper json;

    WebhookResource(
            Webhooks webhooks,
            WebhookCheck check,
            Idempotency idempotency,
            OptionalBody bodies,
            Caller caller,
            ObjectMapper json) {
        this.webhooks = webhooks;
        this.check = check;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "All endpoints by name, with what waits for them and why one is disabled; never a secret.")
    public Uni<Page<Webhook>> list(@Valid @BeanParam PageRequest page) {
        return webhooks.list(page);
    }

    @POST
    @Operation(
            operationId = "createWebhook",
            summary = "Add a webhook",
            description =
                    "Adds an endpoint. A secret that the service makes is shown in this answer only. A receiver on a loopback, link-local or multicast address is refused, one on a private address unless the configuration allows its network.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook was added",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    public Uni<Response> create(@NotNull @Valid WebhookDocument body, @Context HttpHeaders headers) {
        URI url = check.require(body);
        WebhookSecret secret = WebhookCheck.secret(body.secret());
        String creator = caller.name();
        Optional<IdempotencyKey> key = IdempotencyKey.of(headers);
        String fingerprint = idempotency.fingerprint("POST", PATH, body);
        return idempotency
                .knownOr(creator, key, fingerprint, () -> reachable(url)
                        .chain(() -> idempotency.once(
                                creator, key, fingerprint, session -> webhooks.create(session, body, secret, creator)
                                        .map(made -> Created.thing(PATH + "/" + made.id(), made)))))
                .map(answer -> answer.replayed() || body.secret() != null
                        ? answer.response().build()
                        : shown(answer.headers(Response.status(answer.status())), json(answer.json()), secret));
    }

    @GET
    @Path("/{webhook}")
    @Operation(
            operationId = "getWebhook",
            summary = "Show a webhook",
            description = "The endpoint with what waits for it and, where it is disabled, why; never its secret.")
    public Uni<Webhook> get(UUID webhook) {
        return webhooks.get(webhook);
    }

    @PUT
    @Path("/{webhook}")
    @Operation(
            operationId = "replaceWebhook",
            summary = "Change a webhook",
            description =
                    "Replaces the endpoint but for its secret, which has an address of its own. With enabled true, or without it, a disabled endpoint is told again, beginning with what it has missed.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook as it is now",
            content = @Content(schema = @Schema(implementation = Webhook.class)))
    public Uni<Webhook> replace(UUID webhook, @NotNull @Valid WebhookDocument body) {
        if (body.secret() != null) {
            throw Problem.invalid("secret", "is changed by POST " + PATH + "/" + webhook + "/secret only")
                    .exception();
        }
        return reachable(check.require(body)).chain(() -> webhooks.replace(webhook, body));
    }

    @DELETE
    @Path("/{webhook}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Remove a webhook",
            description = "Nothing is told any more, what waits included.")
    @APIResponse(responseCode = "204", description = "The webhook is gone")
    public Uni<Response> remove(UUID webhook) {
        return webhooks.remove(webhook).map(removed -> Response.noContent().build());
    }

    @POST
    @Path("/{webhook}/secret")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description =
                    "From now on messages are signed with the new secret and, for as long as overlap says (a day by default), with the one before too. A secret that the service makes is shown in this answer only. Giving the secret that it has already changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The new secret is used",
            content = @Content(schema = @Schema(implementation = ShownWebhook.class)))
    public Uni<Response> rotate(
            UUID webhook,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SecretRotation.class)))
                    @Nullable
                    String body) {
        SecretRotation said = bodies.read(body, SecretRotation.class, SecretRotation.NOTHING_SAID);
        WebhookSecret secret = WebhookCheck.secret(said.secret());
        return webhooks.rotate(webhook, secret, said.overlapOrDefault())
                .map(changed -> said.secret() == null
                        ? shown(Response.ok(), json.valueToTree(changed), secret)
                        : Response.ok(changed).build());
    }

    private ObjectNode json(String text) {
        try {
            return json.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looking a name up blocks; the answer comes back to the request's own event loop. */
    private Uni<Void> reachable(URI url) {
        io.vertx.core.Context context = Vertx.currentContext();
        return Uni.createFrom().completionStage(() -> context.<Void>executeBlocking(
                        () -> {
                            check.requireReachable(url);
                            return null;
                        },
                        false)
                .toCompletionStage());
    }

    /** The answer that shows a secret, and that nobody may keep. */
    private static Response shown(Response.ResponseBuilder answer, ObjectNode webhook, WebhookSecret secret) {
        return answer.entity(webhook.put("secret", secret.value()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
