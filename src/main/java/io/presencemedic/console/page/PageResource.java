package io.presencemedic.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.http.FieldError;
import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all resources that answer with pages have in common: a refusal is a page too. */
public abstract class PageResource {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** Puts a page together for its reader. */
    protected final Pages pages;

    protected PageResource(Pages pages) {
        this.pages = pages;
    }

    /** Answers with a page. */
    protected Uni<Response> show(Supplier<Uni<TemplateInstance>> page, String back) {
        return answer(() -> page.get().chain(this::ok), back);
    }

    /** Does what a form asks for and leads the browser on. */
    protected Uni<Response> act(@Nullable String csrf, Supplier<Uni<String>> action, String back) {
        return answer(
                () -> {
                    pages.require(csrf);
                    return action.get().map(PageResource::seeOther);
                },
                back);
    }

    /** Answers, with a page where it is refused. */
    protected Uni<Response> answer(Supplier<Uni<Response>> work, String back) {
        return Uni.createFrom()
                .voidItem()
                .chain(work::get)
                .onFailure(PageResource::isRefusal)
                .recoverWithUni(failure -> refused(problem(failure), back));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException
                || failure instanceof ConstraintViolationException
                || failure instanceof ForbiddenException;
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException refused) {
            return refused.problem();
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return Problem.invalid(invalid.getConstraintViolations().stream()
                    .map(each -> new FieldError(lastNode(each.getPropertyPath().toString()), each.getMessage()))
                    .toList());
        }
        return Problem.of(403, "FORBIDDEN", "Your key does not permit this. Nothing was changed.");
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private Uni<Response> refused(Problem problem, String back) {
        return pages.problem(problem, back).createUni().map(html -> html(problem.status(), html));
    }

    private Uni<Response> ok(TemplateInstance page) {
        return page.createUni().map(html -> html(200, html));
    }

    /** A page; it shows a cluster's data, so nobody keeps it. */
    protected static Response html(int status, String page) {
        return Response.status(status)
                .entity(PageSize.bounded(VisibleText.of(page)))
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Leads the browser to another page (RFC 9110, 15.4.4). */
    protected static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** What a resource of the API answers, as its callers see it. */
    protected Uni<JsonNode> asked(Supplier<Uni<?>> resource) {
        return Uni.createFrom().voidItem().chain(() -> resource.get().map(pages::document));
    }

    /** The id of what a resource of the API has made. */
    protected static Uni<String> madeBy(Uni<Response> answer, Function<String, String> path) {
        return answer.map(response -> {
            String location = response.getLocation().getPath();
            return path.apply(location.substring(location.lastIndexOf('/') + 1));
        });
    }
}
