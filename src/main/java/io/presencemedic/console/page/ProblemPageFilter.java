package io.presencemedic.console.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.console.session.SessionMechanism;
import io.presencemedic.http.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** What is refused before a page's resource is reached is a page too, not a document for programs. */
@Singleton
final class ProblemPageFilter {
    private final Pages pages;
    private final ObjectMapper json;

    ProblemPageFilter(Pages pages, ObjectMapper json) {
        this.pages = pages;
        this.json = json;
    }

    @ServerResponseFilter
    @Nullable
    Uni<Void> show(ContainerRequestContext request, ContainerResponseContext answer) {
        MediaType type = answer.getMediaType();
        if (type == null
                || !Problem.MEDIA_TYPE.equals(type.getType() + "/" + type.getSubtype())
                || !request.getUriInfo().getPath().startsWith(SessionMechanism.HOME + "/")
                || !(answer.getEntity() instanceof Map<?, ?> document)) {
            return null;
        }
        return pages.problem(json.valueToTree(document), SessionMechanism.HOME + "/now")
                .createUni()
                .invoke(html -> answer.setEntity(
                        VisibleText.of(html), new Annotation[0], MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")))
                .replaceWithVoid();
    }
}
