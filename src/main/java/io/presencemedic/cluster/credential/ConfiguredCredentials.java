package io.presencemedic.cluster.credential;

import io.presencemedic.access.Network;
import io.presencemedic.http.InvalidValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Finds credentials in the configuration ({@code medic.credentials."<name>".username} and {@code .password}), or as
 * files in a folder per credential under {@code medic.credentials-dir}. Files are read at each use, so that a mounted
 * secret may be renewed. Beside the value may stand where it may be sent: {@code hosts} and {@code clusters}, as keys
 * with commas or as files with a line for each.
 */
@ApplicationScoped
@Typed(ConfiguredCredentials.class)
public class ConfiguredCredentials implements CredentialSource {
    private static final Logger LOG = Logger.getLogger(ConfiguredCredentials.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final Config config;
    private final Map<String, Credential> given = new ConcurrentHashMap<>();

    ConfiguredCredentials(Config config) {
        this.config = config;
    }

    /** Adds the credential of the simulated cluster, which is made anew in each run and kept nowhere. */
    public void give(String name, Credential credential) {
        given.put(name, credential);
    }

    @Override
    public Optional<Credential> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(given.get(name)).or(() -> configured(name)).or(() -> mounted(name));
    }

    @Override
    public Optional<String> gap(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Stream.of("username", "password")
                .flatMap(part -> gap(name, part).stream())
                .findFirst();
    }

    private Optional<String> gap(String name, String part) {
        if (config.getOptionalValue(prefix(name) + part, String.class).isPresent()) {
            return Optional.empty();
        }
        return folder(name)
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve(part))
                .filter(file -> text(file).isEmpty())
                .map(file -> "The file " + file + (Files.exists(file) ? " is empty or cannot be read" : " is missing"));
    }

    /** Whether the service itself gave it out, for the nodes that it simulates. */
    boolean isGiven(String name) {
        return given.containsKey(name);
    }

    /** Where the configuration says that a credential may be sent; empty where it says nothing. */
    Optional<CredentialScope> scope(String name) {
        List<String> hosts = listed(name, "hosts");
        List<String> clusters = listed(name, "clusters");
        return hosts.isEmpty() && clusters.isEmpty()
                ? Optional.empty()
                : Optional.of(new CredentialScope(
                        hosts.stream().filter(host -> isUsable(name, host)).toList(), clusters));
    }

    private List<String> listed(String name, String kind) {
        if (!NAME.matcher(name).matches()) {
            return List.of();
        }
        String text = config.getOptionalValue(prefix(name) + kind, String.class)
                .or(() -> folder(name).flatMap(folder -> text(folder.resolve(kind))))
                .orElse("");
        return SEPARATOR.splitAsStream(text).filter(item -> !item.isEmpty()).toList();
    }

    private static boolean isUsable(String name, String host) {
        try {
            return host.indexOf('/') < 0 || !new Network(host).text().isEmpty();
        } catch (InvalidValue e) {
            LOG.warn("The credential " + name + " may not be sent to " + host + ", which is no network.");
            return false;
        }
    }

    private static String prefix(String name) {
        return "medic.credentials.\"" + name + "\".";
    }

    private Optional<Credential> configured(String name) {
        String prefix = prefix(name);
        return both(
                config.getOptionalValue(prefix + "username", String.class),
                config.getOptionalValue(prefix + "password", String.class));
    }

    private Optional<Credential> mounted(String name) {
        return folder(name).flatMap(folder -> both(text(folder.resolve("username")), text(folder.resolve("password"))));
    }

    private Optional<Path> folder(String name) {
        return config.getOptionalValue("medic.credentials-dir", String.class)
                .map(dir -> Path.of(dir).resolve(name));
    }

    private static Optional<Credential> both(Optional<String> username, Optional<String> password) {
        return username.flatMap(user -> password.map(secret -> new Credential(user, secret)));
    }

    /** The content without the line end that editors and shells append. */
    private static Optional<String> text(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).replaceFirst("\\R\\z", ""))
                    .filter(text -> !text.isEmpty());
        } catch (IOException e) {
            LOG.warn("The file " + file + " of a credential cannot be read: " + e);
            return Optional.empty();
        }
    }
}
