package io.presencemedic.evidence.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.presencemedic.evidence.folder.FileRecord.Origin;
import io.presencemedic.link.LinkException;
import io.presencemedic.redaction.RedactingStream;
import io.presencemedic.redaction.Redaction;
import io.presencemedic.redaction.RedactionResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one bundle. Content lies in {@code files}, as it will lie in the archive; a file counts once its record
 * is there, and an item once its own is. So whoever goes on after a crash fetches nothing twice.
 */
public final class BundleDirectory {
    static final String FILES = "files";
    private static final String RECORDS = "records";
    private static final String ITEMS = "items";
    private static final String ARCHIVE = "bundle.zip";

    private final Path root;
    private final DiskQuota quota;
    private final Redaction redaction;
    private final ObjectMapper json;
    private final Clock clock;

    /** A bundle's folder; what is written into it is redacted by this and counts against the quota. */
    public BundleDirectory(Path root, DiskQuota quota, Redaction redaction, ObjectMapper json, Clock clock) {
        this.root = root;
        this.quota = quota;
        this.redaction = redaction;
        this.json = json;
        this.clock = clock;
    }

    /** Where the archive is, or will be. */
    public Path archive() {
        return root.resolve(ARCHIVE);
    }

    /** Where a file of the archive lies until it is packed. */
    public Path content(FileRecord file) {
        return root.resolve(FILES).resolve(file.path());
    }

    /** The space that all bundles together may take. */
    public DiskQuota quota() {
        return quota;
    }

    /** An item that is done. */
    public Optional<ItemRecord> item(String step, String node) {
        return read(place(step, node), ItemRecord.class);
    }

    /** Remembers that an item is done. */
    public ItemRecord keep(ItemRecord item) throws IOException {
        ItemRecord shown = item.map(this::redacted);
        write(place(item.step(), item.node()), shown);
        return shown;
    }

    /** Now, for what is written down. */
    public Instant now() {
        return clock.instant();
    }

    /** All items that are done. */
    public List<ItemRecord> items() {
        return all(root.resolve(ITEMS), ItemRecord.class);
    }

    /** All files that are complete, by path. */
    public List<FileRecord> files() {
        return all(root.resolve(RECORDS), FileRecord.class).stream()
                .sorted(Comparator.comparing(FileRecord::path))
                .toList();
    }

    /** A note that later lines want, such as which logs a node offers. */
    public <T> Optional<T> note(String name, Class<T> type) {
        return read(root.resolve("notes").resolve(SafeName.of(name) + ".json"), type);
    }

    /** Keeps a note. */
    public void note(String name, Object value) throws IOException {
        write(root.resolve("notes").resolve(SafeName.of(name) + ".json"), value);
    }

    /**
     * Takes a file in, secrets masked on the way: nothing else reaches the disk. One that is there already stays, and
     * nothing is asked for again.
     *
     * @param folder in the archive
     * @param name wanted name; another one is chosen where it is taken
     * @throws LinkException where the node did not give the file to its end
     * @throws IOException where it could not be written
     */
    public FileRecord take(Origin origin, String folder, String name, DurableFile.Content<LinkException> content)
            throws IOException, LinkException {
        Origin shown = origin.map(this::redacted);
        Place place = place(shown, folder, SafeName.of(redacted(name)));
        return place.taken() == null ? keep(place.path(), shown, content) : place.taken();
    }

    /** Puts a file of this service's own in, secrets masked as in all others; one that is there is replaced. */
    public void put(String path, DurableFile.Content<RuntimeException> content) throws IOException {
        try {
            keep(path, null, content::writeTo);
        } catch (LinkException e) {
            throw new IllegalStateException(e);
        }
    }

    private FileRecord keep(String path, @Nullable Origin origin, DurableFile.Content<LinkException> content)
            throws IOException, LinkException {
        FileRecord[] record = new FileRecord[1];
        DurableFile.write(root.resolve(FILES).resolve(path), out -> {
            DigestingOutputStream measured = new DigestingOutputStream(quota.limit(out, root));
            try (RedactingStream redacting = redaction.to(measured)) {
                content.writeTo(redacting);
                RedactionResult done = redacting.finish();
                record[0] = FileRecord.of(path, measured, origin, clock.instant(), done);
            }
            measured.flush();
        });
        write(root.resolve(RECORDS).resolve(path + ".json"), record[0]);
        return record[0];
    }

    /** A short text as it may be shown. */
    private String redacted(String text) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try {
            redaction.copy(new ByteArrayInputStream(text.getBytes(UTF_8)), shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shown.toString(UTF_8);
    }

    /**
     * Where a file belongs.
     *
     * @param taken the file, where it is there already
     */
    private record Place(String path, @Nullable FileRecord taken) {}

    private Place place(Origin origin, String folder, String name) {
        for (int i = 1; ; i++) {
            String path = folder + "/" + (i == 1 ? "" : i + "-") + name;
            FileRecord there = read(root.resolve(RECORDS).resolve(path + ".json"), FileRecord.class)
                    .orElse(null);
            if (there == null || (there.origin() != null && there.origin().isSame(origin))) {
                return new Place(path, there);
            }
        }
    }

    /** Removes what the archive holds by now; records of items stay. */
    public void tidy() throws IOException {
        for (String part : List.of(FILES, RECORDS, "notes")) {
            delete(root.resolve(part));
        }
    }

    /** Removes everything. */
    public void delete() throws IOException {
        delete(root);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw DurableFile.cause(e);
        }
    }

    private Path place(String step, String node) {
        return root.resolve(ITEMS).resolve(SafeName.of(step + "@" + node) + ".json");
    }

    private void write(Path place, Object value) throws IOException {
        byte[] text = json.writeValueAsBytes(value);
        DurableFile.<RuntimeException>write(place, out -> out.write(text));
    }

    private <T> Optional<T> read(Path place, Class<T> type) {
        try {
            return Files.exists(place) ? Optional.of(json.readValue(place.toFile(), type)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> List<T> all(Path folder, Class<T> type) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(place -> place.toString().endsWith(".json") && Files.isRegularFile(place))
                    .sorted()
                    .flatMap(place -> read(place, type).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
