package io.presencemedic.http;

import io.presencemedic.http.creation.Created;
import io.presencemedic.http.creation.Idempotency;
import io.presencemedic.http.creation.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Shows what the shared parts of the API do, without a feature. */
@Path("/probe")
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {
    static final AtomicInteger CREATED = new AtomicInteger();

    private final Idempotency idempotency;

    ProbeResource(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotBlank String name, @Min(1) int size) {}

    record Thing(@NotBlank String name, Colour colour, UUID id, List<@Valid Part> parts) {}

    @GET
    @Path("/{id}")
    public Uni<UUID> one(@PathParam("id") UUID id, @QueryParam("colour") Colour colour) {
        return Uni.createFrom().item(id);
    }

    @GET
    @Path("/implicit/{id}")
    public Uni<UUID> implicit(UUID id) {
        return Uni.createFrom().item(id);
    }

    @GET
    @Path("/pages")
    public Uni<Page<Integer>> pages(@Valid @BeanParam PageRequest request) {
        int from = request.after().map(Integer::valueOf).orElse(0);
        List<Integer> found = IntStream.rangeClosed(from + 1, 120)
                .boxed()
                .limit(request.limit() + 1L)
                .toList();
        return Uni.createFrom().item(Page.of(found, request, String::valueOf));
    }

    @POST
    @Path("/echo")
    public Uni<Thing> echo(@NotNull @Valid Thing thing) {
        return Uni.createFrom().item(thing);
    }

    @POST
    @Path("/large")
    @Consumes(MediaType.TEXT_PLAIN)
    public Uni<Integer> large(@LargeBody(mebibytes = 2) String text) {
        return Uni.createFrom().item(text.length());
    }

    @POST
    @Path("/things")
    public Uni<Response> create(@NotNull @Valid Thing thing, @Context HttpHeaders headers) {
        return idempotency
                .once(
                        "prober",
                        IdempotencyKey.of(headers),
                        idempotency.fingerprint("POST", "/probe/things", thing),
                        session -> session.createNativeQuery("SELECT pg_sleep(0.2)")
                                .getSingleResult()
                                .map(slept -> created(thing)))
                .map(answer -> answer.response().build());
    }

    private static Created created(Thing thing) {
        if (thing.name().equals("refuse")) {
            throw Problem.of(409, "REFUSED", "Not this one.")
                    .retryAfter(Duration.ofMillis(1))
                    .exception();
        }
        return Created.thing("/probe/things/" + CREATED.incrementAndGet(), Map.of("name", thing.name()));
    }

    @POST
    @Path("/slow")
    public Uni<Response> slow(@Context HttpHeaders headers) {
        return idempotency
                .once("prober", IdempotencyKey.of(headers), "slow", session -> session.createNativeQuery(
                                "SELECT pg_sleep(2)")
                        .getSingleResult()
                        .map(slept -> Created.work("/probe/slow/1", Map.of())))
                .map(answer -> answer.response().build());
    }

    @GET
    @Path("/broken")
    public Uni<String> broken() {
        return Uni.createFrom()
                .item("late")
                .onItem()
                .delayIt()
                .by(Duration.of(1, TimeUnit.MILLISECONDS.toChronoUnit()))
                .map(late -> {
                    throw new IllegalStateException("password=geheim");
                });
    }
}
