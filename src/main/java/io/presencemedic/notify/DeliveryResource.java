package io.presencemedic.notify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.creation.Created;
import io.presencemedic.http.creation.Idempotency;
import io.presencemedic.http.creation.IdempotencyKey;
import io.presencemedic.http.creation.StoredAnswer;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.Gravity;
import io.presencemedic.notify.format.Notification;
import io.presencemedic.notify.format.NotificationBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, and what is to be sent again. */
@Cancellable(false)
@Path(WebhookResource.PATH + "/{webhook}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Webhooks")
public class DeliveryResource {
    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    DeliveryResource(Deliveries deliveries, Webhooks webhooks, Idempotency idempotency, Caller caller, Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** From when on everything is sent again. */
    record Since(
            @NotNull @Schema(examples = "2030-01-31T12:00:00Z")
            Instant since) {}

    /** How much is sent again. */
    record Again(@Schema(examples = "17") int messages) {}

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List a webhook's deliveries, newest first",
            description = "What was sent and is to be sent, with the status and the first bytes of the last answer.")
    public Uni<Page<Delivery>> list(
            UUID webhook, @Nullable @QueryParam("state") DeliveryState state, @Valid @BeanParam PageRequest page) {
        return deliveries.list(webhook, state, page);
    }

    @GET
    @Path("/deliveries/{delivery}")
    @Operation(
            operationId = "getWebhookDelivery",
            summary = "Show a delivery",
            description = "One event for one endpoint, and what has become of it.")
    public Uni<Delivery> get(UUID webhook, UUID delivery) {
        return deliveries.get(webhook, delivery);
    }

    @POST
    @Path("/deliveries/{delivery}/redeliver")
    @Operation(
            operationId = "redeliverMessage",
            summary = "Send a message again",
            description =
                    "Under the same webhook-id and at once, before what waits. One that waits for its next attempt is tried now.")
    @APIResponse(
            responseCode = "200",
            description = "It is sent again",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    public Uni<Delivery> redeliver(UUID webhook, UUID delivery) {
        return deliveries.redeliver(webhook, delivery);
    }

    @POST
    @Path("/redeliver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redeliverSince",
            summary = "Send everything again since a time",
            description = "In the old order and under the old ids, delivered or not.")
    @APIResponse(
            responseCode = "200",
            description = "So many messages are sent again",
            content = @Content(schema = @Schema(implementation = Again.class)))
    public Uni<Again> redeliverSince(UUID webhook, @NotNull @Valid Since body) {
        return deliveries.redeliverSince(webhook, body.since()).map(Again::new);
    }

    @POST
    @Path("/ping")
    @Operation(
            operationId = "pingWebhook",
            summary = "Send a test message",
            description = "Like every other message, behind what waits. Location says where its fate can be seen.")
    @APIResponse(
            responseCode = "202",
            description = "The test message waits for its turn",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    public Uni<Response> ping(UUID webhook, @Context HttpHeaders headers) {
        String path = WebhookResource.PATH + "/" + webhook;
        return webhooks.get(webhook)
                .chain(found -> idempotency.once(
                        caller.name(),
                        IdempotencyKey.of(headers),
                        idempotency.fingerprint("POST", path + "/ping", ""),
                        session -> deliveries
                                .ping(session, webhook, ping(webhook))
                                .map(made -> Created.work(path + "/deliveries/" + made.id(), made))))
                .map(StoredAnswer::response)
                .map(Response.ResponseBuilder::build);
    }

    private Notification ping(UUID webhook) {
        return new NotificationBuilder()
                .id(ids.generate())
                .kind(EventKind.PING)
                .at(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .gravity(Gravity.INFO)
                .key("presence-medic:ping:" + webhook)
                .subject(WebhookResource.PATH + "/" + webhook)
                .summary("Presence Medic can reach this receiver.")
                .data(JsonNodeFactory.instance.objectNode().put("requestedBy", caller.name()))
                .build();
    }
}
