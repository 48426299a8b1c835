package io.presencemedic.access;

import io.presencemedic.access.grant.Requires;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.presencemedic.access.limit.Costs;
import io.presencemedic.access.limit.Limit;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Asks, before any resource is reached, whether the caller may do this to the cluster or job that the address names, so
 * that no resource can forget it. What he may not even read does not exist for him.
 */
@Singleton
final class ClusterGuard {
    /** Below these the kinds of work are called alike: the API and the pages made of it. */
    private static final List<String> BASES = List.of("/api/v1/", "/console/");

    private final Caller caller;
    private final PermissionCheck permissions;
    private final OpenStreams streams;
    private final RateLimits limits;
    private final CurrentVertxRequest request;
    private final Map<String, Optional<Rule>> rules = new ConcurrentHashMap<>();

    ClusterGuard(
            Caller caller,
            PermissionCheck permissions,
            OpenStreams streams,
            RateLimits limits,
            CurrentVertxRequest request) {
        this.caller = caller;
        this.permissions = permissions;
        this.streams = streams;
        this.limits = limits;
        this.request = request;
    }

    @ServerRequestFilter
    @Nullable
    Uni<Void> guard(UriInfo address, SimpleResourceInfo resource) {
        Optional<Rule> rule = rule(resource);
        if (rule.isEmpty()) {
            return null;
        }
        limits.require(caller.subject(), rule.get().limit(), request.getCurrent());
        if (rule.get().isStream()) {
            streams.watch(caller.subject(), caller.validUntil(), request.getCurrent());
        }
        return check(rule.get().verb(), address);
    }

    private @Nullable Uni<Void> check(Verb verb, UriInfo address) {
        String cluster = address.getPathParameters().getFirst("cluster");
        if (cluster != null) {
            permissions.require(address.getPath(), verb, cluster, null);
            return null;
        }
        String kind = kind(address.getPath());
        String id = address.getPathParameters().getFirst("id");
        if (WorkGuard.knows(kind) && id != null) {
            return uuid(id).map(job -> permissions.requireWork(address.getPath(), verb, kind, job))
                    .orElse(null);
        }
        if (verb == Verb.ADMINISTER) {
            permissions.requireEverywhere(address.getPath(), Verb.ADMINISTER);
        }
        return null;
    }

    private static String kind(String path) {
        String below = BASES.stream()
                .filter(path::startsWith)
                .map(base -> path.substring(base.length()))
                .findFirst()
                .orElse("");
        int slash = below.indexOf('/');
        return slash < 0 ? below : below.substring(0, slash);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What a method asks of its caller, what it is counted against besides all requests, and whether it goes on and on.
     */
    private record Rule(Verb verb, Optional<Limit> limit, boolean isStream) {}

    private Optional<Rule> rule(SimpleResourceInfo resource) {
        Class<?> type = resource.getResourceClass();
        String key = type.getName() + "#" + resource.getMethodName() + Arrays.toString(resource.parameterTypes());
        return rules.computeIfAbsent(key, asked -> rule(type, resource.getMethodName(), resource.parameterTypes()));
    }

    private static Optional<Rule> rule(Class<?> type, String name, Class<?>[] parameters) {
        try {
            Method method = type.getMethod(name, parameters);
            Requires requires = method.getAnnotation(Requires.class);
            RolesAllowed roles = method.isAnnotationPresent(RolesAllowed.class)
                    ? method.getAnnotation(RolesAllowed.class)
                    : type.getAnnotation(RolesAllowed.class);
            Optional<Limit> limit =
                    Optional.ofNullable(method.getAnnotation(Costs.class)).map(Costs::value);
            boolean isStream = isStream(method);
            return requires != null
                    ? Optional.of(new Rule(requires.value(), limit, isStream))
                    : Optional.ofNullable(roles).map(allowed -> new Rule(verb(allowed.value()[0]), limit, isStream));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what the method gives: a caller has many ways to write that he accepts a stream. */
    private static boolean isStream(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces != null && Arrays.asList(produces.value()).contains(MediaType.SERVER_SENT_EVENTS);
    }

    private static Verb verb(String role) {
        return switch (role) {
            case Roles.OPERATOR -> Verb.EXECUTE;
            case Roles.APPROVER -> Verb.APPROVE;
            case Roles.ADMIN -> Verb.ADMINISTER;
            default -> Verb.READ;
        };
    }
}
