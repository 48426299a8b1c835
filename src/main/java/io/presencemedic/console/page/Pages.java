package io.presencemedic.console.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.access.Caller;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.console.session.SessionIdentities;
import io.presencemedic.console.session.SessionMechanism;
import io.presencemedic.http.Problem;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what all pages have in common. */
@RequestScoped
public class Pages {
    /** A page in the menu. */
    record Entry(String path, String name) {}

    private static final List<Entry> FOR_ALL = List.of(
            new Entry("/console/now", "Now"),
            new Entry("/console/jobs", "Jobs"),
            new Entry("/console/analyse", "Analyse"),
            new Entry("/console/evidence", "Evidence"),
            new Entry("/console/schedules", "Schedules"));
    private static final List<Entry> FOR_ADMINISTRATORS = List.of(
            new Entry("/console/audit", "Audit"),
            new Entry("/console/webhooks", "Webhooks"),
            new Entry("/console/keys", "Keys"));

    private static final String NOT_OURS = "FORM_NOT_OURS";

    /** Pages that are not in the menu themselves, and under which entry a reader looks for them. */
    private static final Map<String, String> BELOW = Map.of(
            "cluster", "now",
            "diagnosis", "now",
            "job", "jobs",
            "transcripts", "jobs",
            "bundle", "evidence",
            "schedule", "schedules",
            "webhook", "webhooks",
            "secret", "keys");

    private final Engine engine;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final ObjectMapper json;
    private final SentForm form;

    Pages(Engine engine, SecurityIdentity identity, Caller caller, ObjectMapper json, SentForm form) {
        this.engine = engine;
        this.identity = identity;
        this.caller = caller;
        this.json = json;
        this.form = form;
    }

    /** A page, or a part of one, with what every page needs. */
    public TemplateInstance page(String template, String title) {
        TemplateInstance page = engine.getTemplate("console/" + template)
                .data("title", title)
                .data("here", SessionMechanism.HOME + "/" + BELOW.getOrDefault(template, template))
                .data("once", UUID.randomUUID().toString());
        return identity.isAnonymous()
                ? page.data("may", ReaderRights.NOTHING)
                : page.data("menu", menu())
                        .data("who", caller.name())
                        .data("csrf", csrf())
                        .data("may", ReaderRights.everywhere(caller));
    }

    /** The same with the rights that its reader has on one cluster, with one runbook if there is one. */
    public TemplateInstance page(String template, String title, String cluster, @Nullable String runbook) {
        return page(template, title).data("may", ReaderRights.on(caller, cluster, runbook));
    }

    private List<Entry> menu() {
        List<Entry> menu = new ArrayList<>(FOR_ALL);
        if (caller.mayEverywhere(Verb.ADMINISTER)) {
            menu.addAll(FOR_ADMINISTRATORS);
        }
        return menu;
    }

    /** The page that tells a problem; a form of an earlier session of this browser is offered once more. */
    TemplateInstance problem(Problem problem, @Nullable String back) {
        JsonNode document = json.valueToTree(problem.document());
        if (!problem.code().equals(NOT_OURS) || identity.isAnonymous() || !form.isFromOurPages() || form.isLong()) {
            return problem(document, back);
        }
        return page("form-again", "Once more?")
                .data("problem", document)
                .data("back", back)
                .data("path", form.path())
                .data("fields", form.fields());
    }

    /** The page that tells a problem, from its document. */
    TemplateInstance problem(JsonNode document, @Nullable String back) {
        return page("problem", "Not possible").data("problem", document).data("back", back);
    }

    /** What a resource of the API answered, as its callers see it. */
    public JsonNode document(Object answer) {
        return json.valueToTree(answer);
    }

    /** The same with what a resource keeps as text of JSON read as part of the document. */
    public JsonNode reread(JsonNode document) {
        try {
            return json.readTree(document.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of ours is no JSON", e);
        }
    }

    /** Who reads. */
    public Caller reader() {
        return caller;
    }

    private @Nullable String csrf() {
        return identity.getAttribute(SessionIdentities.CSRF);
    }

    /**
     * Checks that a form was made by a page of this session.
     *
     * @throws io.presencemedic.http.ProblemException 403 where it was not
     */
    public void require(@Nullable String token) {
        String expected = csrf();
        boolean isOurs = expected != null
                && token != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        if (!isOurs) {
            throw Problem.of(
                            403,
                            NOT_OURS,
                            "This form was not made by a page of your session, and nothing was changed. Open the page again and repeat it.")
                    .exception();
        }
    }
}
