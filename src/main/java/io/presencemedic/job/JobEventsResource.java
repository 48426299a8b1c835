package io.presencemedic.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.http.Page;
import io.presencemedic.http.PageRequest;
import io.presencemedic.http.Problem;
import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.store.Transcripts;
import io.presencemedic.job.view.JobLogText;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.immutables.value.Value;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The log of a job: as a page, as a live stream, and as text for a person. */
@Cancellable(false)
@Path("/api/v1/jobs")
@Tag(name = "Jobs")
public class JobEventsResource {
    private static final long BYTES_OF_A_PAGE = 2_000_000;

    private final Jobs jobs;
    private final Transcripts transcripts;
    private final JobFeed feed;
    private final EventJson json;

    JobEventsResource(Jobs jobs, Transcripts transcripts, JobFeed feed, EventJson json) {
        this.jobs = jobs;
        this.transcripts = transcripts;
        this.feed = feed;
        this.json = json;
    }

    /** Lists events. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listJobEvents",
            summary = "What happened to a job",
            description =
                    "A page of events with gap-free seq. With Accept: text/event-stream the events come as they happen, from Last-Event-ID on; with Accept: text/plain as text for a person.")
    public Uni<Page<ObjectNode>> events(UUID id, @BeanParam @Valid PageRequest page) {
        long after = page.after().map(JobEventsResource::place).orElse(0L);
        return required(id)
                .chain(() -> jobs.events(id, after, page.limit() + 1))
                .map(found -> Page.of(found.events(), page, recorded -> String.valueOf(recorded.seq()))
                        .map(json::view));
    }

    /** Streams events. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(
            UUID id, @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        long after = lastEventId == null || lastEventId.isBlank() ? 0 : lastEvent(lastEventId.strip());
        return required(id)
                .onItem()
                .transformToMulti(there -> feed.follow(id, after))
                .map(recorded -> recorded.map(event -> event(event, sse)).orElseGet(() -> keepAlive(sse)));
    }

    private OutboundSseEvent event(RecordedEvent recorded, Sse sse) {
        return sse.newEventBuilder()
                .id(String.valueOf(recorded.seq()))
                .name(json.typeOf(recorded))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(json.view(recorded).toString())
                .build();
    }

    private static OutboundSseEvent keepAlive(Sse sse) {
        return sse.newEventBuilder().comment("still there").build();
    }

    /** Tells a person. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed(Roles.VIEWER)
    @Operation(hidden = true)
    public Uni<String> text(UUID id) {
        return jobs.known(id)
                .map(found -> found.orElseThrow(() -> JobResource.unknown(id)))
                .map(job -> JobLogText.of(job.history(), job.summary().state()));
    }

    /** Lists transcripts. */
    @GET
    @Path("/{id}/transcripts")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listJobTranscripts",
            summary = "What was sent to the nodes and what they answered",
            description =
                    "Every command and operation in order, secrets masked. A page holds fewer than the limit where the answers are long. With answers=false the answers are left out; answerBytes says how long each is.")
    public Uni<Page<TranscriptView>> transcripts(
            UUID id, @QueryParam("answers") @DefaultValue("true") boolean answers, @BeanParam @Valid PageRequest page) {
        long after = page.after().map(JobEventsResource::place).orElse(0L);
        return required(id)
                .chain(() -> answers
                        ? transcripts.list(id, after, page.limit(), BYTES_OF_A_PAGE)
                        : transcripts.listWithoutAnswers(id, after, page.limit()))
                .map(found -> Page.cut(found.transcripts(), found.goesOn(), kept -> String.valueOf(kept.id()))
                        .map(TranscriptView::of));
    }

    private Uni<Boolean> required(UUID id) {
        return jobs.exists(id).invoke(there -> {
            if (!there) {
                throw JobResource.unknown(id);
            }
        });
    }

    private static long place(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw PageRequest.unknown();
        }
    }

    private static long lastEvent(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.invalid("Last-Event-ID", "must be the id of an event of this stream: a number")
                    .exception();
        }
    }

    /** A transcript as callers see it. */
    @Value.Builder
    record TranscriptView(
            long id,
            @Nullable Integer line,
            String node,
            String command,
            @Nullable String answer,
            long answerBytes,
            java.time.Instant startedAt,
            java.time.Instant finishedAt,
            @Nullable String failure) {
        static TranscriptView of(Transcripts.Kept kept) {
            var heard = kept.transcript();
            return new TranscriptViewBuilder()
                    .id(kept.id())
                    .line(kept.line())
                    .node(heard.node())
                    .command(heard.command())
                    .answer(kept.withAnswer() ? heard.answer() : null)
                    .answerBytes(kept.answerBytes())
                    .startedAt(heard.startedAt())
                    .finishedAt(heard.finishedAt())
                    .failure(heard.failure())
                    .build();
        }
    }
}
