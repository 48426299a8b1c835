package io.presencemedic.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.presencemedic.diagnosis.paste.ReadCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A terminal log with one command, beside what it means. */
record TranscriptCase(String command, String name, String raw, JsonNode expected) {
    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<TranscriptCase> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".raw"))
                    .sorted()
                    .map(TranscriptCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TranscriptCase read(Path raw) {
        String name = raw.getFileName().toString().replace(".raw", "");
        try {
            return new TranscriptCase(
                    raw.getParent().getFileName().toString(),
                    name,
                    Files.readString(raw),
                    JSON.readTree(raw.resolveSibling(name + ".json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Every .raw needs its .json: " + raw, e);
        }
    }

    boolean isReadable() {
        return !expected.has("unreadable");
    }

    /** What a log means, without the places of things, which differ where the log was changed on its way. */
    static JsonNode meaning(List<ReadCommand> commands) {
        try {
            JsonNode meaning = JSON.readTree(JSON.writeValueAsString(commands));
            meaning.forEach(command -> forgetPlaces((ObjectNode) command));
            return meaning;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this log means, in the same form. */
    JsonNode expectedMeaning() {
        ObjectNode one = expected.deepCopy();
        one.put("recognised", true);
        forgetPlaces(one);
        return JSON.createArrayNode().add(one);
    }

    private static void forgetPlaces(ObjectNode command) {
        command.remove(List.of("line", "session", "node"));
        if (command.get("unreadable") instanceof ObjectNode unreadable) {
            unreadable.remove("line");
            unreadable.put("text", unreadable.get("text").asText().strip());
        }
    }

    @Override
    public String toString() {
        return command + "/" + name;
    }
}
