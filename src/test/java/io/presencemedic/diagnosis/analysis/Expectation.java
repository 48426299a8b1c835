package io.presencemedic.diagnosis.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a careful reader expects of the answer to a pasted log; the language stands in the README of the samples. */
record Expectation(JsonNode expected) {
    private static final int SHOWN = 400;

    /** What of the expectation does not hold; empty where all of it does. */
    Optional<String> missing(JsonNode answer, String asText) {
        List<String> missing = new ArrayList<>();
        commands(expected, answer).ifPresent(missing::add);
        findings(expected, answer).ifPresent(missing::add);
        for (JsonNode text : expected.path("forbidden")) {
            if (answer.toString().contains(text.asText()) || asText.contains(text.asText())) {
                missing.add("forbidden: " + text);
            }
        }
        for (Entry<String, JsonNode> never : expected.path("never").properties()) {
            if (everywhere(answer, never.getKey()).anyMatch(value -> ExpectedValue.matches(never.getValue(), value))) {
                missing.add("never: " + never);
            }
        }
        JsonNode oneOf = expected.path("answerOneOf");
        if (!oneOf.isEmpty()
                && stream(oneOf)
                        .noneMatch(one ->
                                new Expectation(one).missing(answer, asText).isEmpty())) {
            missing.add("none of " + shortened(oneOf));
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join("\n  ", missing));
    }

    private static Optional<String> commands(JsonNode expected, JsonNode answer) {
        for (JsonNode command : answer.path("commands")) {
            JsonNode every = expected.path("everyCommand");
            if (!every.isMissingNode() && !command(every, command)) {
                return Optional.of("not like every command: " + shortened(command));
            }
        }
        int next = 0;
        List<JsonNode> found = stream(answer.path("commands")).toList();
        for (JsonNode command : expected.path("commands")) {
            while (next < found.size() && !command(command, found.get(next))) {
                next++;
            }
            if (next++ >= found.size()) {
                return Optional.of("no command like " + shortened(command) + " in " + answer.path("commands"));
            }
        }
        return Optional.empty();
    }

    private static boolean command(JsonNode expected, JsonNode found) {
        boolean same = expected.path("command").isMissingNode()
                || begins(
                        expected.path("command").asText(), found.path("command").asText());
        same &= expected.path("commandIs").isMissingNode()
                || ExpectedValue.matches(expected.path("commandIs"), found.path("command"));
        for (String key : List.of("recognised", "unreadable")) {
            same &= !expected.has(key) || ExpectedValue.matches(expected.path(key), found.path(key));
        }
        if (expected.has("facts")) {
            same &= !found.hasNonNull("unreadable")
                    && ExpectedValue.matches(expected.path("facts"), found.path("facts"));
        }
        JsonNode oneOf = expected.path("oneOf");
        return same && (oneOf.isEmpty() || stream(oneOf).anyMatch(one -> command(one, found)));
    }

    private static boolean begins(String one, String other) {
        String left = one.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        String right = other.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        return left.startsWith(right) || right.startsWith(left);
    }

    private static Optional<String> findings(JsonNode expected, JsonNode answer) {
        JsonNode findings = answer.path("findings");
        JsonNode undetermined = answer.path("undetermined");
        if (expected.path("noFindings").asBoolean() && !findings.isEmpty()) {
            return Optional.of("there are findings: " + findings);
        }
        for (JsonNode words : expected.path("findingsInclude")) {
            if (!holds(findings, words.asText())) {
                return Optional.of("no finding of " + words + " in " + findings);
            }
        }
        for (JsonNode words : expected.path("undeterminedInclude")) {
            if (!holds(undetermined, words.asText())) {
                return Optional.of("nothing undetermined of " + words + " in " + undetermined);
            }
        }
        for (JsonNode words : expected.path("findingsExclude")) {
            if (holds(findings, words.asText())) {
                return Optional.of("a finding of " + words + " in " + findings);
            }
        }
        return Optional.empty();
    }

    private static boolean holds(JsonNode list, String choices) {
        return Stream.of(choices.split("\\|", -1)).anyMatch(words -> stream(list)
                .anyMatch(one -> ExpectedValue.texts(one).anyMatch(text -> text.contains(words))));
    }

    private static Stream<JsonNode> everywhere(JsonNode node, String key) {
        Stream<JsonNode> here = node.has(key) ? Stream.of(node.get(key)) : Stream.empty();
        return Stream.concat(here, stream(node).flatMap(child -> everywhere(child, key)));
    }

    static Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
