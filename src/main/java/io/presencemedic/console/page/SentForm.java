package io.presencemedic.console.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** The form that the request at hand has sent, so that it can be offered once more. */
@RequestScoped
class SentForm {
    /** What says from which session it came: never taken over. */
    private static final String CSRF = "csrf";

    /** What a form carries for itself; a person does not know it. */
    private static final Set<String> TECHNICAL = Set.of("key", "seen", "to");

    private static final int LONGEST_SHOWN = 200;

    /**
     * One field.
     *
     * @param shown the value as a person is to see it, shortened; empty where there is nothing to see
     */
    record Field(String name, String value, String shown) {}

    private final CurrentVertxRequest current;

    SentForm(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Where it was sent to. */
    String path() {
        return request().path();
    }

    /**
     * Whether the browser says that a page of this service sent it. A page of another site cannot say so, and can send
     * it with nobody's session.
     */
    boolean isFromOurPages() {
        String origin = request().getHeader("Origin");
        String ours = request().getHeader("Host");
        return origin != null && ours != null && ours.equals(authority(origin));
    }

    private static String authority(String origin) {
        try {
            return Objects.requireNonNullElse(new URI(origin).getAuthority(), "");
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Whether it says more than a page can hold to be sent once more. */
    boolean isLong() {
        return fields().stream().mapToInt(field -> field.value().length()).sum() > PageSize.MOST_REPEATED;
    }

    /** All it has to say, in its order, but for the token of its session. */
    List<Field> fields() {
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        FormData data = context == null ? null : context.getFormData();
        List<Field> fields = new ArrayList<>();
        if (data != null) {
            data.forEach(name -> {
                if (!name.equals(CSRF)) {
                    data.get(name).forEach(value -> fields.add(field(name, value)));
                }
            });
        }
        return fields;
    }

    private static Field field(String name, FormValue sent) {
        String value = sent.isFileItem() ? "" : Objects.requireNonNullElse(sent.getValue(), "");
        return new Field(name, value, TECHNICAL.contains(name) ? "" : shortened(value));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }
}
