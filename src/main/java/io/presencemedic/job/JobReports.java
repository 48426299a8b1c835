package io.presencemedic.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.database.Blocking;
import io.presencemedic.job.log.EventJson;
import io.presencemedic.job.log.JobEvent;
import io.presencemedic.job.log.JobHistory;
import io.presencemedic.job.log.RecordedEvent;
import io.presencemedic.job.store.Jobs;
import io.presencemedic.job.store.Transcripts;
import io.presencemedic.job.view.JobLogText;
import io.presencemedic.job.view.JobReport;
import io.presencemedic.link.Transcript;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Jobs as the rooms above the engine read them. Blocking; never called on an event loop. */
@ApplicationScoped
public class JobReports {
    private static final int TRANSCRIPTS_AT_ONCE = 20;
    private static final long BYTES_AT_ONCE = 1_000_000;

    private final Jobs jobs;
    private final Transcripts transcripts;
    private final EventJson events;
    private final ObjectMapper json;

    JobReports(Jobs jobs, Transcripts transcripts, EventJson events, ObjectMapper json) {
        this.jobs = jobs;
        this.transcripts = transcripts;
        this.events = events;
        this.json = json;
    }

    /** A job; empty where there is none of that id. */
    public Optional<JobReport> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Several jobs, read at once; those that are not there are left out. */
    public Map<UUID, JobReport> find(List<UUID> ids) {
        Map<UUID, JobReport> found = new HashMap<>();
        Blocking.await(jobs.known(ids)).forEach((id, job) -> found.put(id, JobReport.of(job.summary(), job.history())));
        return found;
    }

    /** A job as the API shows it. */
    public Optional<ObjectNode> view(UUID id) {
        return Blocking.await(jobs.view(id)).map(json::valueToTree);
    }

    /** A job's log as text for a person. */
    public Optional<String> text(UUID id) {
        return Blocking.await(jobs.known(id))
                .map(job -> JobLogText.of(job.history(), job.summary().state()));
    }

    /** A job's events as the API shows them, the first one first. */
    public List<ObjectNode> events(UUID id) {
        return history(id)
                .map(history -> history.events().stream().map(events::view).toList())
                .orElse(List.of());
    }

    /**
     * A transcript of a job.
     *
     * @param line the plan's line; null where it was heard outside of any
     * @param beforeChange whether it was heard before the job made its first change, or tried to
     */
    public record LineTranscript(@Nullable Integer line, boolean beforeChange, Transcript transcript) {}

    /** Hands out what a job sent and heard, oldest first, a few at a time. */
    public void transcripts(UUID id, Consumer<LineTranscript> reader) {
        JobHistory history = history(id).orElse(null);
        if (history == null) {
            return;
        }
        Instant change = history.events().stream()
                .filter(recorded -> recorded.event() instanceof JobEvent.Acting)
                .map(RecordedEvent::at)
                .findFirst()
                .orElse(Instant.MAX);
        long after = 0;
        Transcripts.Part some;
        do {
            some = Blocking.await(transcripts.list(id, after, TRANSCRIPTS_AT_ONCE, BYTES_AT_ONCE));
            for (Transcripts.Kept kept : some.transcripts()) {
                boolean before = !kept.transcript().startedAt().isAfter(change);
                reader.accept(new LineTranscript(kept.line(), before, kept.transcript()));
                after = kept.id();
            }
        } while (some.goesOn());
    }

    private Optional<JobHistory> history(UUID id) {
        return Blocking.await(jobs.find(id));
    }
}
