package io.presencemedic.access;

import static io.presencemedic.ServiceUnderTest.as;
import static io.presencemedic.ServiceUnderTest.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.presencemedic.IssuedKey;
import io.presencemedic.ServiceUnderTest;
import io.presencemedic.access.grant.Role;
import io.presencemedic.access.grant.Roles;
import io.presencemedic.access.grant.Verb;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Every operation of the description, by everybody: nobody does what his role or grant does not name. */
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, scope = TestResourceScope.GLOBAL)
class EveryOperationTest {
    private static final Map<String, List<Role>> HOLDERS = Map.of(
            Roles.VIEWER, List.of(Role.values()),
            Roles.OPERATOR, List.of(Role.OPERATOR, Role.ADMIN),
            Roles.APPROVER, List.of(Role.APPROVER, Role.ADMIN),
            Roles.ADMIN, List.of(Role.ADMIN));

    @Inject
    BeanManager beans;

    /** An operation of the description, and the role that its method names. */
    private record Described(String id, String method, String path, String role) {
        int ask(RequestSpecification caller) {
            String address = path.replace("{cluster}", "nowhere")
                    .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            RequestSpecification request = caller.urlEncodingEnabled(false);
            boolean hasBody = method.equals("post") || method.equals("put");
            return (hasBody ? request.contentType("application/json").body("{}") : request)
                    .request(method, address)
                    .statusCode();
        }
    }

    private Map<String, String> roles() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class)
                        && !method.getAnnotation(Operation.class).hidden())
                .collect(Collectors.toMap(
                        method -> method.getAnnotation(Operation.class).operationId(), EveryOperationTest::role));
    }

    private static String role(Method method) {
        RolesAllowed roles = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        assertThat(roles).as(method.toString()).isNotNull();
        return roles.value()[0];
    }

    private List<Described> operations() {
        Map<String, String> roles = roles();
        Map<String, Map<String, Map<String, Object>>> paths =
                asAdmin().get("/q/openapi?format=json").jsonPath().get("paths");
        List<Described> all = new ArrayList<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            String id = String.valueOf(operation.get("operationId"));
            if (path.startsWith("/api/")) {
                assertThat(roles).as("a role for " + method + " " + path).containsKey(id);
                all.add(new Described(id, method, path, String.valueOf(roles.get(id))));
            }
        }));
        assertThat(all).hasSizeGreaterThan(30);
        return all;
    }

    @Test
    void withoutAKeyOrWithAWrongOneNothingIsDone() {
        for (Described operation : operations()) {
            assertThat(operation.ask(RestAssured.given())).as(operation.id()).isEqualTo(401);
            assertThat(operation.ask(as(Secret.random().value())))
                    .as(operation.id())
                    .isEqualTo(401);
        }
    }

    @Test
    void eachRoleDoesWhatItMayAndNothingElse() {
        List<Described> operations = operations();
        for (Role role : Role.values()) {
            String key = IssuedKey.of("k", "\"role\":\"" + role + "\"");
            for (Described operation : operations) {
                int status = operation.ask(as(key));
                String what = operation.id() + " by " + role;
                if (HOLDERS.get(operation.role()).contains(role)) {
                    assertThat(status).as(what).isNotIn(401, 403).isLessThan(500);
                } else {
                    assertThat(status).as(what).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void aGrantForOtherClustersDoesNothingHere() {
        String key = IssuedKey.of(
                "k",
                "\"grants\":[{\"verbs\":[\""
                        + Arrays.stream(Verb.values()).map(Verb::name).collect(Collectors.joining("\",\""))
                        + "\"],\"clusters\":[\"foreign-*\"]}]");
        for (Described operation : operations()) {
            int status = operation.ask(as(key));
            if (operation.path().contains("{cluster}")) {
                assertThat(status).as(operation.id()).isEqualTo(404);
            } else if (operation.role().equals(Roles.ADMIN)) {
                assertThat(status).as(operation.id()).isEqualTo(403);
            } else {
                assertThat(status).as(operation.id()).isNotIn(401).isLessThan(500);
            }
        }
    }
}
