package io.presencemedic.cisco.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the catalogue from the table beside this class; a line of it is a service. */
final class ServiceCatalogFile {
    private static final String NAME = "services.txt";
    private static final int FIELDS = 7;

    private ServiceCatalogFile() {}

    static List<KnownService> read() {
        try (var in = Objects.requireNonNull(ServiceCatalogFile.class.getResourceAsStream(NAME), NAME);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ServiceCatalogFile::service)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownService service(String line) {
        String[] field = line.split("\\|", -1);
        if (field.length != FIELDS) {
            throw new IllegalStateException("The catalogue of services has a line of another form: " + line);
        }
        Set<String> marks = Set.copyOf(list(field[3]));
        return new KnownService(
                new ServiceName(field[0].strip()),
                ServiceKind.valueOf(field[1].strip().toUpperCase(Locale.ROOT)),
                products(field[2]),
                marks.contains("publisher"),
                marks.contains("optional"),
                list(field[4]),
                names(field[5]),
                names(field[6]));
    }

    private static Set<Product> products(String field) {
        return list(field).stream()
                .map(word -> Product.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Product.class)));
    }

    private static List<ServiceName> names(String field) {
        return list(field).stream().map(ServiceName::new).toList();
    }

    private static List<String> list(String field) {
        return Arrays.stream(field.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
