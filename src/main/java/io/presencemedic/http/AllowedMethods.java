package io.presencemedic.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which methods each address takes. The framework refuses the others without saying so in {@code Allow}. */
@Singleton
final class AllowedMethods {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*\\w+\\s*(?::[^}]*)?}");

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(AllowedMethods::routes)
                .toList();
    }

    /** The methods of a path, for the header. */
    String at(String path) {
        String slashed = "/" + path.replaceAll("^/+|/+$", "");
        return routes.stream()
                .filter(route -> route.pattern().matcher(slashed).matches())
                .map(Route::method)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Stream<Route> routes(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> new Route(
                        pattern(resource, method),
                        type.getAnnotation(HttpMethod.class).value())));
    }

    private static Pattern pattern(Class<?> resource, Method method) {
        String template = part(resource.getAnnotation(Path.class)) + part(method.getAnnotation(Path.class));
        return Pattern.compile(VARIABLE.matcher(template).replaceAll("[^/]+"));
    }

    private static String part(@Nullable Path path) {
        String trimmed = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return trimmed.isEmpty() ? "" : "/" + trimmed;
    }

    private record Route(Pattern pattern, String method) {}
}
