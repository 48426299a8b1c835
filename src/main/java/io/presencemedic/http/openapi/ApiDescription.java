package io.presencemedic.http.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes the description of the API with what holds for all operations, so that no resource repeats it: how to show
 * a key, how to repeat a request, which errors there are, and the examples.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String HEADER_KEY = "apiKeyHeader";
    private static final String BEARER_KEY = "apiKeyBearer";

    private final ApiExamples examples = new ApiExamples();
    private final ApiNulls nulls;
    private final ApiForms forms;

    /** Called by the build with the classes of the service. */
    public ApiDescription(IndexView index) {
        nulls = new ApiNulls(index);
        forms = new ApiForms(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.setServers(List.of(OASFactory.createServer().url("/").description("This service.")));
        describeLicense(api);
        describeKeys(api);
        Map<String, Schema> schemas = Map.copyOf(api.getComponents().getSchemas());
        nulls.mark(schemas);
        schemas.values().forEach(ApiDescription::anchorPatterns);
        schemas.values().forEach(ApiDescription::dropPatternOfUuid);
        api.getComponents().addSchema("Problem", ApiProblems.schema());
        ApiProblems.responses().forEach(api.getComponents()::addResponse);
        api.getPaths().getPathItems().forEach((path, item) -> complete(path, item));
    }

    /** The configuration, which adds the title later, does not know the identifier. */
    private static void describeLicense(OpenAPI api) {
        Info info = api.getInfo() == null ? OASFactory.createInfo() : api.getInfo();
        info.setLicense(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0"));
        api.setInfo(info);
    }

    private static void describeKeys(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        HEADER_KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key")
                                .description("An API key. The first one is made at the first start."));
        api.getComponents()
                .addSecurityScheme(
                        BEARER_KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("The same API key as a bearer token."));
        api.setSecurity(List.of(
                OASFactory.createSecurityRequirement().addScheme(HEADER_KEY),
                OASFactory.createSecurityRequirement().addScheme(BEARER_KEY)));
    }

    /** Java's pattern is for the whole text, JSON Schema's for any part of it. */
    private static void anchorPatterns(Schema schema) {
        Map<String, Schema> members = schema.getProperties() == null ? Map.of() : schema.getProperties();
        members.values().stream()
                .filter(member ->
                        member.getPattern() != null && !member.getPattern().startsWith("^"))
                .forEach(member -> member.setPattern("^(?:" + member.getPattern() + ")$"));
    }

    /** The format says it already, and generators stumble over both. */
    private static void dropPatternOfUuid(Schema schema) {
        if ("uuid".equals(schema.getFormat())) {
            schema.setPattern(null);
        }
    }

    private void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            operation.setSecurity(null);
            forms.add(method.name(), path, operation);
            if (method == PathItem.HttpMethod.POST) {
                ApiCreation.describe(operation);
            }
            addProblems(method, path, operation);
            examples.add(operation);
        });
    }

    private static void addProblems(PathItem.HttpMethod method, String path, Operation operation) {
        Map<String, APIResponse> all = new TreeMap<>(operation.getResponses().getAPIResponses());
        for (int status : ApiProblems.codes(method, path, operation)) {
            all.put(String.valueOf(status), ApiProblems.reference(status));
        }
        operation.getResponses().setAPIResponses(all);
    }
}
