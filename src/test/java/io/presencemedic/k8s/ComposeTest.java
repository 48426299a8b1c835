package io.presencemedic.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.presencemedic.StopDeadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The compose file, by the schema of the Compose Specification (github.com/compose-spec/compose-spec, Apache-2.0), its
 * ids left out.
 */
class ComposeTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    private static JsonNode compose() throws IOException {
        return YAML.readTree(Files.readString(Path.of("compose.yaml")));
    }

    private static Set<ValidationMessage> complaints(JsonNode compose) throws IOException {
        try (InputStream in = ComposeTest.class.getResourceAsStream("/compose-spec.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                    .getSchema(in);
            return schema.validate(compose);
        }
    }

    @Test
    void theFileIsAsTheSpecificationWantsIt() throws IOException {
        assertThat(complaints(compose())).isEmpty();
    }

    @Test
    void aTypoIsFound() throws IOException {
        JsonNode compose = compose();
        ((ObjectNode) compose.at("/services/service")).put("read_onli", true);
        assertThat(complaints(compose)).isNotEmpty();
    }

    @Test
    void theServiceIsAsConfinedAsInKubernetes() throws IOException {
        JsonNode service = compose().at("/services/service");
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
        assertThat(service.at("/ports/0").asText()).startsWith("127.0.0.1:");
    }

    @Test
    void theServiceIsGivenTheTimeThatItsStopTakes() throws IOException {
        String grace = compose().at("/services/service/stop_grace_period").asText();
        assertThat(Duration.parse("PT" + grace))
                .isBetween(StopDeadline.PATIENCE.plusSeconds(1), Duration.ofSeconds(30));
    }

    @Test
    void everybodyNamesTheVersionThatIsBuilt() throws IOException {
        Matcher built = Pattern.compile("<artifactId>presence-medic</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(built.find()).isTrue();
        String version = built.group(1);
        assertThat(compose().at("/services/service/image").asText()).isEqualTo("presence-medic:" + version);
        for (String file : List.of("k8s/base/kustomization.yaml", "k8s/overlays/demo/kustomization.yaml")) {
            JsonNode image = YAML.readTree(Files.readString(Path.of(file))).at("/images/0");
            assertThat(image.path("newTag").asText()).as(file).isEqualTo(version);
        }
    }
}
