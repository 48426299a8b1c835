package io.presencemedic.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.presencemedic.Thorough;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the document names for a bundle, and the recorded listings of bundles. */
final class DocumentedItems {
    private static final Path FOLDER = Path.of("src/test/resources/evidence");

    /** A line of the document's list. */
    private record Documented(String bundle, String nodes, String kind, String item) {
        static Documented of(String line) {
            String[] parts = line.split("\\s*\\|\\s*");
            return new Documented(parts[0], parts[1], parts[2], parts[3]);
        }

        List<String> on() {
            return switch (nodes) {
                case "IMP" -> List.of("imp-pub", "imp-sub");
                case "CUCM" -> List.of("cucm-pub");
                default -> List.of("cucm-pub", "imp-pub", "imp-sub");
            };
        }

        boolean means(String name) {
            return name.matches(("\\Q" + item + "\\E").replace("*", "\\E.+\\Q"));
        }
    }

    private DocumentedItems() {}

    /** Everything that the document names is in the archive, or its manifest says why it is not. */
    static void areThereOrExplained(String kind, JsonNode manifest) throws IOException {
        for (Documented wanted : documented(kind)) {
            for (String node : wanted.on()) {
                assertThat(isThere(manifest, wanted, node) || isExplained(manifest, wanted, node))
                        .as(wanted + " of " + node)
                        .isTrue();
            }
        }
    }

    private static List<Documented> documented(String kind) throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("documented.txt"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(Documented::of)
                    .filter(item -> item.bundle().equals(kind))
                    .toList();
        }
    }

    private static boolean isThere(JsonNode manifest, Documented wanted, String node) {
        String member = wanted.kind().equals("cli") ? "command" : "log";
        for (JsonNode file : manifest.path("files")) {
            if (file.path("node").asText().equals(node)
                    && wanted.means(file.path(member).asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExplained(JsonNode manifest, Documented wanted, String node) {
        for (JsonNode absent : manifest.path("notAvailable")) {
            if (absent.path("node").asText().equals(node)
                    && wanted.means(absent.path("item").asText())
                    && !absent.path("reason").asText().isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** An archive's paths with moments left out, and what is not available. */
    static String listing(Map<String, byte[]> files, JsonNode manifest) {
        StringBuilder text = new StringBuilder();
        files.keySet().stream().map(DocumentedItems::timeless).forEach(path -> text.append(path)
                .append('\n'));
        TreeSet<String> absent = new TreeSet<>();
        for (JsonNode each : manifest.path("notAvailable")) {
            absent.add("not available: %s | %s | %s | %s\n"
                    .formatted(
                            each.path("node").asText(),
                            each.path("item").asText(),
                            timeless(each.path("what").asText()),
                            each.path("code").asText()));
        }
        absent.forEach(text::append);
        return text.toString();
    }

    private static String timeless(String path) {
        return path.replaceAll("\\d{4}(_\\d{2}){5}", "MOMENT");
    }

    static String recorded(String kind, String listing) throws IOException {
        Path file = FOLDER.resolve(kind + ".listing.txt");
        if (Thorough.RECORDS) {
            Files.writeString(file, listing, StandardCharsets.UTF_8);
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
