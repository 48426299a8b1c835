package io.presencemedic.diagnosis.paste.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a log out of the records in which a program kept them, one record for each line: JSON objects,
 * JSON strings, or values parted by commas. The field that holds the platform's lines is the log; a field that names a
 * few hosts becomes the label of its line.
 */
final class RecordLines {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 4000;
    private static final int MOST_FIELDS = 24;
    private static final int MOST_HOSTS = 12;
    private static final int FEWEST = 3;
    private static final Pattern STRING = Pattern.compile("\\s*+(?<json>\"(?:[^\"\\\\]|\\\\.){0,3000}+\")\\s*+,?\\s*+");
    private static final Pattern FIELD = Pattern.compile(
            "\\G(?:\"(?<quoted>(?:[^\"]|\"\"){0,3000}+)\"|(?<bare>[^\",;\\t]{0,3000}+))(?<end>[,;\\t]|$)");
    private static final Pattern HOST = Pattern.compile("[A-Za-z](?=[\\w.-]{0,200}[\\d.-])[\\w-]*+(?:\\.[\\w-]++)*+");

    private RecordLines() {}

    /** The text with its records undone; the text itself where its lines are none. */
    static String decode(String text) {
        if (text.indexOf('"') < 0) {
            return text;
        }
        List<String> lines = text.lines().toList();
        int fewest = Math.max(FEWEST, PlatformLine.count(lines) + 1);
        List<String> objects = fields(lines, fewest, RecordLines::object);
        List<String> plain = objects.isEmpty() ? fields(lines, fewest, RecordLines::values) : objects;
        if (plain.isEmpty()) {
            List<String> strings = strings(lines);
            plain = PlatformLine.count(strings) >= fewest ? strings : lines;
        }
        return plain.equals(lines) ? text : String.join("\n", plain);
    }

    private static List<String> strings(List<String> lines) {
        List<String> plain = new ArrayList<>();
        for (String line : lines) {
            Matcher string = STRING.matcher(line);
            Map<String, String> read = string.matches() ? object("{\"line\":" + string.group("json") + "}") : Map.of();
            plain.add(read.getOrDefault("line", line));
        }
        return plain;
    }

    private static List<String> fields(List<String> lines, int fewest, Function<String, Map<String, String>> reader) {
        List<Map<String, String>> records = new ArrayList<>();
        int found = 0;
        int written = 0;
        for (String line : lines) {
            Map<String, String> fields = line.length() > LONGEST ? Map.of() : reader.apply(line);
            records.add(fields);
            found += fields.size() > 1 ? 1 : 0;
            written += line.isBlank() ? 0 : 1;
        }
        String key = found * 10 >= written * 9L ? logField(records, fewest) : null;
        return key == null ? List.of() : labelled(records, key);
    }

    /** The field that holds most of the platform's lines. */
    private static @Nullable String logField(List<Map<String, String>> records, int fewest) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Map<String, String> fields : records) {
            fields.forEach((key, value) -> counts.merge(key, PlatformLine.is(value) ? 1 : 0, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() >= fewest)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<String> labelled(List<Map<String, String>> records, String key) {
        String host = hostField(records, key);
        List<String> plain = new ArrayList<>();
        for (Map<String, String> fields : records) {
            String label = host == null ? "" : fields.getOrDefault(host, "") + ": ";
            plain.add(fields.containsKey(key) ? label + fields.get(key) : "");
        }
        return plain;
    }

    /** A field that names several hosts; one host of all lines tells nothing apart. */
    private static @Nullable String hostField(List<Map<String, String>> records, String key) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (Map<String, String> fields : records) {
            fields.forEach((name, value) -> {
                Set<String> found = values.computeIfAbsent(name, absent -> new LinkedHashSet<>());
                if (found.size() <= MOST_HOSTS) {
                    found.add(value);
                }
            });
        }
        return values.entrySet().stream()
                .filter(field -> !field.getKey().equals(key))
                .filter(field -> field.getValue().size() > 1
                        && field.getValue().size() <= MOST_HOSTS
                        && field.getValue().stream()
                                .allMatch(value -> HOST.matcher(value).matches()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** The texts of a JSON object without objects in it; empty where the line is none. */
    private static Map<String, String> object(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!line.stripLeading().startsWith("{")) {
            return fields;
        }
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            String name = parser.nextFieldName();
            while (name != null && fields.size() < MOST_FIELDS) {
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    fields.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
                name = parser.nextFieldName();
            }
        } catch (IOException noJson) {
            return Map.of();
        }
        return fields;
    }

    /** The fields of a line of a table that is kept as text (RFC 4180), by their places. */
    private static Map<String, String> values(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(line);
        int end = -1;
        while (fields.size() < MOST_FIELDS && end < line.length() && field.find()) {
            String quoted = field.group("quoted");
            fields.put(
                    String.valueOf(fields.size()),
                    quoted == null ? field.group("bare").strip() : quoted.replace("\"\"", "\""));
            end = field.group("end").isEmpty() ? line.length() : field.end();
        }
        return end == line.length() ? fields : Map.of();
    }
}
