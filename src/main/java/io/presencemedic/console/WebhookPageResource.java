package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.console.page.JsonValues;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.http.FormBody;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.PageRequest;
import io.presencemedic.notify.DeliveryResource;
import io.presencemedic.notify.WebhookDocument;
import io.presencemedic.notify.WebhookResource;
import io.presencemedic.notify.format.EventKind;
import io.presencemedic.notify.format.MessageFormat;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Webhooks: who is told what, and what has become of it. */
@Cancellable(false)
@Path("/console/webhooks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class WebhookPageResource extends PageResource {
    private static final String HERE = "/console/webhooks";
    private static final List<String> OF_THE_DOCUMENT =
            List.of("name", "url", "format", "events", "clusters", "bodyHmac", "authorization");

    private final WebhookResource webhooks;
    private final DeliveryResource deliveries;
    private final ObjectMapper json;

    WebhookPageResource(Pages pages, WebhookResource webhooks, DeliveryResource deliveries, ObjectMapper json) {
        super(pages);
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** All webhooks, by name. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> list(@BeanParam PageRequest page) {
        return show(
                () -> asked(() -> webhooks.list(page)).map(found -> pages.page("webhooks", "Webhooks")
                        .data("webhooks", JsonValues.plain(found.path("items")))
                        .data(
                                "kinds",
                                Stream.of(EventKind.values())
                                        .filter(kind -> kind != EventKind.PING)
                                        .map(Enum::name)
                                        .toList())
                        .data(
                                "formats",
                                Stream.of(MessageFormat.values())
                                        .map(Enum::name)
                                        .toList())
                        .data("next", next(found))),
                "/console/now");
    }

    private static @Nullable String next(JsonNode found) {
        return found.hasNonNull("nextCursor")
                ? "?cursor=" + found.path("nextCursor").asText()
                : null;
    }

    /** A webhook with its deliveries, newest first. */
    @GET
    @Path("/{webhook}")
    @Operation(hidden = true)
    public Uni<Response> webhook(UUID webhook, @BeanParam PageRequest page) {
        return show(
                () -> asked(() -> webhooks.get(webhook)).chain(found -> asked(
                                () -> deliveries.list(webhook, null, page))
                        .map(sent -> pages.page("webhook", found.path("name").asText())
                                .data("webhook", found)
                                .data("deliveries", JsonValues.plain(sent.path("items")))
                                .data("next", next(sent)))),
                HERE);
    }

    /** Adds a webhook and shows its secret, this once. */
    @POST
    @Operation(hidden = true)
    public Uni<Response> create(
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String key,
            @RestForm @Nullable String name,
            @RestForm @Nullable String url,
            @RestForm @Nullable String format,
            @RestForm List<String> events,
            @RestForm @Nullable String clusters) {
        return show(
                () -> {
                    pages.require(csrf);
                    ObjectNode body = json.createObjectNode()
                            .put("name", name)
                            .put("url", url)
                            .put("format", format);
                    events.forEach(body.putArray("events")::add);
                    if (clusters != null && !clusters.isBlank()) {
                        Stream.of(clusters.strip().split("[,\\s]+")).forEach(body.putArray("clusters")::add);
                    }
                    return webhooks.create(FormBody.read(json, body, WebhookDocument.class), new FormHeaders(key))
                            .map(answer -> {
                                JsonNode made = pages.document(answer.getEntity());
                                return pages.page("secret", "Webhook")
                                        .data(
                                                "what",
                                                "webhook " + made.path("name").asText())
                                        .data("secret", made.path("secret").textValue())
                                        .data("back", HERE);
                            });
                },
                HERE);
    }

    /** Tells a webhook nothing for a time, or tells it again, beginning with what it has missed. */
    @POST
    @Path("/{webhook}/enabled")
    @Operation(hidden = true)
    public Uni<Response> enable(UUID webhook, @RestForm @Nullable String csrf, @RestForm boolean enabled) {
        return act(
                csrf,
                () -> asked(() -> webhooks.get(webhook)).chain(found -> webhooks.replace(
                                webhook, FormBody.read(json, document(found, enabled), WebhookDocument.class))
                        .replaceWith(HERE + "/" + webhook)),
                HERE + "/" + webhook);
    }

    private ObjectNode document(JsonNode webhook, boolean enabled) {
        ObjectNode body = json.createObjectNode();
        OF_THE_DOCUMENT.forEach(member -> body.set(member, webhook.get(member)));
        return body.put("enabled", enabled);
    }

    /** Sends a test message. */
    @POST
    @Path("/{webhook}/ping")
    @Operation(hidden = true)
    public Uni<Response> ping(UUID webhook, @RestForm @Nullable String csrf, @RestForm @Nullable String key) {
        String page = HERE + "/" + webhook;
        return act(csrf, () -> deliveries.ping(webhook, new FormHeaders(key)).replaceWith(page), page);
    }

    /** Sends a message again. */
    @POST
    @Path("/{webhook}/deliveries/{delivery}/again")
    @Operation(hidden = true)
    public Uni<Response> again(UUID webhook, UUID delivery, @RestForm @Nullable String csrf) {
        String page = HERE + "/" + webhook;
        return act(csrf, () -> deliveries.redeliver(webhook, delivery).replaceWith(page), page);
    }

    /** Removes a webhook. */
    @POST
    @Path("/{webhook}/end")
    @Operation(hidden = true)
    public Uni<Response> remove(UUID webhook, @RestForm @Nullable String csrf) {
        return act(csrf, () -> webhooks.remove(webhook).replaceWith(HERE), HERE);
    }
}
