package io.presencemedic.job.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.http.KeepableText;
import jakarta.enterprise.context.ApplicationScoped;

/** Events as JSON, for the database and for callers. */
@ApplicationScoped
public class EventJson {
    private final ObjectMapper mapper;

    /** What nodes have said may hold characters that a strict reader refuses: a job has to be readable all the same. */
    private final ObjectMapper writing;

    /** Events as this mapper writes them. */
    public EventJson(ObjectMapper mapper) {
        this.mapper = mapper;
        this.writing = mapper.copy().registerModule(KeepableText.whenWriting());
    }

    /** An event as it is kept; characters that PostgreSQL cannot keep are replaced. */
    public String write(JobEvent event) {
        try {
            return writing.writerFor(JobEvent.class).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written: " + event.getClass(), e);
        }
    }

    /** An event as it was kept. */
    public JobEvent read(String body) {
        try {
            return mapper.readValue(body, JobEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be read", e);
        }
    }

    /** The type of an event, such as {@code ACTING}. */
    public String typeOf(RecordedEvent recorded) {
        return view(recorded).path("type").asText();
    }

    /** The event as callers see it: {@code seq} and {@code at} first. */
    public ObjectNode view(RecordedEvent recorded) {
        ObjectNode view = mapper.createObjectNode();
        view.put("seq", recorded.seq());
        view.put("at", recorded.at().toString());
        try {
            view.setAll((ObjectNode) mapper.readTree(write(recorded.event())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be read", e);
        }
        return view;
    }
}
