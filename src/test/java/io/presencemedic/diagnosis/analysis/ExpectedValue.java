package io.presencemedic.diagnosis.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares one value of an answer with what is expected of it. */
final class ExpectedValue {
    private ExpectedValue() {}

    static boolean matches(JsonNode expected, JsonNode found) {
        if (expected.isObject()) {
            String operator = expected.isEmpty() ? "" : expected.fieldNames().next();
            return operator.startsWith("$") ? operator(operator, expected, found) : object(expected, found);
        }
        if (expected.isArray()) {
            return list(expected, found);
        }
        if (expected.isNull()) {
            return found.isNull();
        }
        return !found.isMissingNode() && !found.isNull() && same(expected.asText(), found.asText());
    }

    private static boolean object(JsonNode expected, JsonNode found) {
        return expected.properties().stream().allMatch(entry -> matches(entry.getValue(), found.path(entry.getKey())));
    }

    private static boolean list(JsonNode expected, JsonNode found) {
        if (!found.isArray() || found.size() != expected.size()) {
            return false;
        }
        boolean named = Expectation.stream(expected).anyMatch(item -> item.has("name"));
        for (int i = 0; i < expected.size(); i++) {
            if (!(named ? item(expected.get(i), found) : matches(expected.get(i), found.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean item(JsonNode expected, JsonNode found) {
        return Expectation.stream(found).anyMatch(one -> matches(expected, one));
    }

    private static boolean operator(String operator, JsonNode expected, JsonNode found) {
        JsonNode value = expected.get(operator);
        String text = found.asText();
        return switch (operator) {
            case "$any" -> Expectation.stream(value).anyMatch(one -> matches(one, found));
            case "$not" -> !matches(value, found);
            case "$absent" -> found.isMissingNode() || found.isNull();
            case "$present" -> !found.isMissingNode() && !found.isNull();
            case "$starts" -> folded(text).startsWith(folded(value.asText()));
            case "$contains" -> bare(text).contains(bare(value.asText()));
            case "$count", "$items" ->
                found.size() == expected.path("$count").asInt(found.size())
                        && Expectation.stream(expected.path("$items")).allMatch(one -> item(one, found));
            case "$time" -> Expectation.stream(value).anyMatch(one -> same(one.asText(), text));
            case "$version" -> numbers(value.asText()).equals(numbers(text));
            case "$letters" -> letters(value.asText()).equals(letters(text));
            case "$group" -> value.asText().replace("g_", "").equals(text.replace("g_", ""));
            case "$masked" -> !text.contains(value.asText());
            default -> throw new IllegalArgumentException("The language has no " + operator);
        };
    }

    private static boolean same(String expected, String found) {
        return expected.matches("[A-Z][A-Z0-9_]*")
                ? bare(expected).equals(bare(found))
                : folded(expected).equals(folded(found)) || isSameNumber(expected, found);
    }

    private static boolean isSameNumber(String expected, String found) {
        try {
            return Double.parseDouble(expected) == Double.parseDouble(found);
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** Every text in a value. */
    static Stream<String> texts(JsonNode node) {
        return node.isValueNode()
                ? Stream.of(node.asText())
                : Expectation.stream(node).flatMap(ExpectedValue::texts);
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> numbers(String text) {
        return Stream.of(text.split("\\D+", -1)).filter(part -> !part.isEmpty()).toList();
    }

    private static String letters(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^YN]", "");
    }
}
