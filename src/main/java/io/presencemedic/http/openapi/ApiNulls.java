package io.presencemedic.http.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Says in the description of the API which members may be null: those that the records mark so. */
final class ApiNulls {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final String OURS = "io.presencemedic.";

    private final Map<String, List<ClassInfo>> records;

    ApiNulls(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .collect(Collectors.groupingBy(ApiNulls::nameOf));
    }

    void mark(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                record(name, schema.getProperties().keySet()).ifPresent(type -> mark(schema, type));
            }
        });
    }

    /** The record that a schema describes; the schema of a generic record has its argument's name behind its own. */
    private Optional<ClassInfo> record(String schema, Set<String> members) {
        return records(schema, members)
                .or(() -> schema.startsWith("Page") ? records("Page", members) : Optional.empty());
    }

    /** Several records may have the same name; the one that has the members of the schema is meant. */
    private Optional<ClassInfo> records(String name, Set<String> members) {
        return records.getOrDefault(name, List.of()).stream()
                .filter(type -> members.stream().allMatch(member -> type.field(member) != null))
                .findFirst();
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    private static void mark(Schema schema, ClassInfo record) {
        schema.getProperties().forEach((member, described) -> {
            FieldInfo field = record.field(member);
            if (field != null && field.type().hasAnnotation(NULLABLE)) {
                schema.addProperty(member, orNull(described));
            }
        });
    }

    /** A list of values names null among them where it may be null. */
    private static Schema orNull(Schema described) {
        if (described.getRef() == null) {
            if (described.getEnumeration() != null) {
                described.addEnumeration(null);
            }
            return described.addType(Schema.SchemaType.NULL);
        }
        Schema either = OASFactory.createSchema()
                .anyOf(List.of(
                        OASFactory.createSchema().ref(described.getRef()),
                        OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
        either.setDescription(described.getDescription());
        either.setDefaultValue(described.getDefaultValue());
        return either;
    }
}
