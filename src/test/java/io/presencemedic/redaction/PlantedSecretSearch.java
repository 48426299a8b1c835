package io.presencemedic.redaction;

import io.presencemedic.database.DatabaseLogin;
import io.restassured.filter.Filter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;
import org.jspecify.annotations.Nullable;

/** Looks for secrets as they are, in base64, and in hexadecimal as dumps and databases write it, in whichever case. */
final class PlantedSecretSearch {
    private final Map<String, String> forms = new LinkedHashMap<>();
    private @Nullable Trie all;
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Set<String> places = new LinkedHashSet<>();
    private final List<String> found = new ArrayList<>();

    void plant(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        plant(secret, secret);
        plant(Base64.getEncoder().withoutPadding().encodeToString(bytes), secret + " in base64");
        plant(HexFormat.of().formatHex(bytes), secret + " in hexadecimal");
        plant(HexFormat.ofDelimiter(" ").formatHex(bytes), secret + " in a dump");
    }

    private void plant(String form, String what) {
        forms.put(form.toLowerCase(Locale.ROOT), what);
        all = null;
    }

    /** A name and a password as {@code Authorization: Basic} has them. */
    void plantPair(String name, String secret) {
        byte[] pair = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
        plant(Base64.getEncoder().encodeToString(pair), secret + " in a header");
    }

    /** Keeps what is answered, headers included, until the end. */
    Filter answers() {
        return (request, response, context) -> {
            var answer = context.next(request, response);
            answers.add(request.getMethod() + " " + request.getURI() + "\n" + answer.getHeaders() + "\n"
                    + answer.asString());
            return answer;
        };
    }

    /** Of an answer that is made to show a secret. */
    void forgetAnswers() {
        answers.clear();
    }

    void in(String place, String text) {
        places.add(place);
        for (Emit one : all().parseText(text)) {
            found.add(forms.get(one.getKeyword()) + " in " + place + ": …"
                    + text.substring(Math.max(0, one.getStart() - 120), one.getStart())
                            .replace('\n', ' '));
        }
    }

    private Trie all() {
        if (all == null) {
            all = Trie.builder().ignoreCase().addKeywords(forms.keySet()).build();
        }
        return all;
    }

    void inFiles(Path folder, List<String> except) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!except.contains(file.getFileName().toString())) {
                    inArchive("file " + folder.relativize(file), Files.readAllBytes(file));
                }
            }
        }
    }

    void inTables(String url, DatabaseLogin owner) throws SQLException {
        try (Connection database = DriverManager.getConnection(url, owner.user(), owner.password());
                Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM public." + table + " t")) {
                    while (rows.next()) {
                        in("table " + table, rows.getString(1));
                    }
                }
            }
        }
    }

    /** In the bytes, and in what is packed in them. */
    void inArchive(String place, byte[] bytes) {
        in(place, new String(bytes, StandardCharsets.ISO_8859_1));
        try {
            if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
                ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    inArchive(place + "!" + entry.getName(), zip.readAllBytes());
                }
            } else if (bytes.length > 4 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
                try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    inArchive(place + "!unpacked", unpacked.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedArchive(place, e);
        }
    }

    /** An archive that cannot be unpacked cannot be searched. */
    static final class UncheckedArchive extends RuntimeException {
        UncheckedArchive(String place, IOException cause) {
            super(place, cause);
        }
    }

    Set<String> places() {
        return places;
    }

    /** Each place where a secret is, with what stands before it; what was answered is searched now. */
    List<String> found() {
        answers.forEach(
                answer -> in("the answer to " + answer.lines().findFirst().orElse(""), answer));
        return found;
    }
}
