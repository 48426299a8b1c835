package io.presencemedic.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.http.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the form for a new key says, as the document that the API takes. */
final class KeyForm {
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    /** @param role one of the API's, or empty where the other fields say what the key may do */
    KeyForm(@Nullable String name, @Nullable String role) {
        text("name", name);
        text("role", role);
    }

    /** A line of text; nothing where it is empty. */
    KeyForm text(String member, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            document.put(member, value.strip());
        }
        return this;
    }

    /** A grant, where no role says what the key may do. */
    KeyForm grant(List<String> verbs, @Nullable String runbooks, @Nullable String clusters) {
        if (!document.has("role")) {
            ObjectNode grant = document.putArray("grants").addObject();
            ArrayNode all = grant.putArray("verbs");
            verbs.forEach(all::add);
            list(grant, "runbooks", runbooks);
            list(grant, "clusters", clusters);
        }
        return this;
    }

    /** Networks, parted by commas or blanks. */
    KeyForm addresses(@Nullable String networks) {
        list(document, "addresses", networks);
        return this;
    }

    /**
     * The day at whose beginning, in UTC, the key ends; never where it is empty.
     *
     * @throws io.presencemedic.http.ProblemException 400 where it is no day
     */
    KeyForm expires(@Nullable String day) {
        try {
            if (day != null && !day.isBlank()) {
                document.put(
                        "expiresAt",
                        LocalDate.parse(day.strip())
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toString());
            }
            return this;
        } catch (DateTimeException e) {
            throw Problem.invalid("expiresAt", "must be a day, as in 2030-01-31")
                    .exception();
        }
    }

    private static void list(ObjectNode document, String member, @Nullable String values) {
        if (values != null && !values.isBlank()) {
            ArrayNode all = document.putArray(member);
            Stream.of(values.strip().split("[,\\s]+")).forEach(all::add);
        }
    }

    ObjectNode document() {
        return document;
    }
}
