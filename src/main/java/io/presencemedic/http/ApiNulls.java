package io.presencemedic.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Says in the description of the API which members may be null: those that the records mark so. */
final class ApiNulls {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final String OURS = "io.presencemedic.";

    private final IndexView index;

    ApiNulls(IndexView index) {
        this.index = index;
    }

    void mark(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                record(name).ifPresent(type -> mark(schema, type));
            }
        });
    }

    /** The record that a schema describes; the schema of a generic record has its argument's name behind its own. */
    private Optional<ClassInfo> record(String schema) {
        return records(schema).or(() -> schema.startsWith("Page") ? records("Page") : Optional.empty());
    }

    private Optional<ClassInfo> records(String name) {
        return index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .filter(type -> type.simpleName() != null && type.simpleName().equals(name))
                .findFirst();
    }

    private static void mark(Schema schema, ClassInfo record) {
        schema.getProperties().forEach((member, described) -> {
            FieldInfo field = record.field(member);
            if (field != null && field.type().hasAnnotation(NULLABLE)) {
                schema.addProperty(member, orNull(described));
            }
        });
    }

    private static Schema orNull(Schema described) {
        return described.getRef() == null
                ? described.addType(Schema.SchemaType.NULL)
                : OASFactory.createSchema()
                        .anyOf(List.of(described, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
    }
}
