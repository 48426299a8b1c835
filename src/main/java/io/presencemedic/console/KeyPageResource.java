package io.presencemedic.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.KeyResource;
import io.presencemedic.access.NewKey;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.console.page.PageResource;
import io.presencemedic.console.page.Pages;
import io.presencemedic.console.page.ReaderRights;
import io.presencemedic.http.FormBody;
import io.presencemedic.http.FormHeaders;
import io.presencemedic.http.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** API keys: who holds which, and the forms that make, renew and end them. */
@Cancellable(false)
@Path("/console/keys")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class KeyPageResource extends PageResource {
    private static final String HERE = "/console/keys";

    private final KeyResource keys;
    private final ObjectMapper json;
    private final Clock clock;

    KeyPageResource(Pages pages, KeyResource keys, ObjectMapper json, Clock clock) {
        super(pages);
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** All keys, by name. */
    @GET
    @Operation(hidden = true)
    public Uni<Response> list(@BeanParam PageRequest page) {
        return show(
                () -> asked(() -> keys.list(page)).map(found -> pages.page("keys", "Keys")
                        .data("keys", rows(found))
                        .data("verbs", ReaderRights.verbs().map(Enum::name).toList())
                        .data(
                                "next",
                                found.hasNonNull("nextCursor")
                                        ? "?cursor=" + found.path("nextCursor").asText()
                                        : null)),
                "/console/now");
    }

    private List<JsonNode> rows(JsonNode found) {
        Instant now = clock.instant();
        return StreamSupport.stream(found.path("items").spliterator(), false)
                .map(key -> (JsonNode) ((ObjectNode) key)
                        .put(
                                "standing",
                                key.hasNonNull("expiresAt")
                                                && !Instant.parse(key.path("expiresAt")
                                                                .asText())
                                                        .isAfter(now)
                                        ? "EXPIRED"
                                        : "ACTIVE"))
                .toList();
    }

    /** Makes a key and shows it, this once. */
    @POST
    @Operation(hidden = true)
    public Uni<Response> create(
            @RestForm @Nullable String csrf,
            @RestForm @Nullable String key,
            @RestForm @Nullable String name,
            @RestForm @Nullable String role,
            @RestForm List<String> verbs,
            @RestForm @Nullable String runbooks,
            @RestForm @Nullable String clusters,
            @RestForm @Nullable String owner,
            @RestForm @Nullable String purpose,
            @RestForm @Nullable String expires,
            @RestForm @Nullable String addresses) {
        return secret(csrf, () -> {
            NewKey wanted = FormBody.read(
                    json,
                    new KeyForm(name, role)
                            .grant(verbs, runbooks, clusters)
                            .text("owner", owner)
                            .text("purpose", purpose)
                            .expires(expires)
                            .addresses(addresses)
                            .document(),
                    NewKey.class);
            return keys.create(wanted, new FormHeaders(key));
        });
    }

    /** Gives a key a new secret and shows it, this once. */
    @POST
    @Path("/{id}/rotation")
    @Operation(hidden = true)
    public Uni<Response> rotate(UUID id, @RestForm @Nullable String csrf) {
        return secret(
                csrf, () -> keys.rotate(id, FormBody.read(json, json.createObjectNode(), KeyResource.Rotation.class)));
    }

    /** Ends a key. */
    @POST
    @Path("/{id}/end")
    @Operation(hidden = true)
    public Uni<Response> remove(UUID id, @RestForm @Nullable String csrf) {
        return act(csrf, () -> keys.remove(id).replaceWith(HERE), HERE);
    }

    private Uni<Response> secret(@Nullable String csrf, Supplier<Uni<Response>> work) {
        return show(
                () -> {
                    pages.require(csrf);
                    return work.get().map(answer -> {
                        JsonNode made = pages.document(answer.getEntity());
                        return pages.page("secret", "Key")
                                .data("what", "key " + made.path("name").asText())
                                .data("secret", made.path("key").textValue())
                                .data("back", HERE);
                    });
                },
                HERE);
    }
}
