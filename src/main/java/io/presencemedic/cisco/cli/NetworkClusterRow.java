package io.presencemedic.cisco.cli;

import io.presencemedic.cisco.ClusterNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a row of the cluster's nodes from its role outwards, since the name in the middle may be missing. */
final class NetworkClusterRow {
    private static final Pattern ADDRESS = Pattern.compile("[\\p{XDigit}:.]{2,45}|[\\w][\\w.-]{1,253}");
    private static final Pattern NAME = Pattern.compile("[\\w][\\w.-]{0,253}");
    private static final Pattern PRODUCT = Pattern.compile("[a-z][\\w-]{1,30}");
    private static final Pattern AUTHENTICATION =
            Pattern.compile("(?<words>authenticated(?: using [A-Z]{2,10})?|not authenticated(?: - [A-Z]{2,20})?)"
                    + "(?: since (?<since>[A-Z][a-z]{2} [A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?: [A-Z]{2,5})?"
                    + " \\d{4}))?");
    private static final int MOST_WORDS = 24;

    private final String line;
    private final List<String> words;
    private final int role;

    private NetworkClusterRow(String line, List<String> words, int role) {
        this.line = line;
        this.words = words;
        this.role = role;
    }

    /** The row with which a line begins; empty where it is none. */
    private static Optional<NetworkClusterRow> of(String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+", MOST_WORDS)));
        int role = 0;
        while (role < words.size() && !isRole(words.get(role))) {
            role++;
        }
        boolean named = role >= 2
                && role <= 3
                && role < words.size()
                && ADDRESS.matcher(words.get(0)).matches()
                && words.subList(1, role).stream()
                        .allMatch(word -> NAME.matcher(word).matches());
        return named ? Optional.of(new NetworkClusterRow(line.strip(), words, role)) : Optional.empty();
    }

    private static boolean isRole(String word) {
        return word.equals("Publisher") || word.equals("Subscriber");
    }

    /** Whether a line is a row that tells of its authentication; empty where it is no row at all. */
    static Optional<Boolean> isWhole(String line) {
        return of(line).map(row -> AUTHENTICATION.matcher(row.rest()).matches());
    }

    /** Whether a line is a row that ends before it tells of its authentication. */
    static boolean isOpen(String line) {
        return of(line).filter(row -> row.rest().isEmpty()).isPresent();
    }

    /**
     * Reads a row.
     *
     * @return empty where the line is no row, or does not tell whether the node is authenticated
     */
    static Optional<ClusterNode> read(String line) {
        return of(line).flatMap(NetworkClusterRow::node);
    }

    /** Whether a line begins as a row does. */
    static boolean begins(String line) {
        return of(line).isPresent();
    }

    private boolean hasProduct() {
        return words.size() > role + 2
                && PRODUCT.matcher(words.get(role + 1)).matches()
                && (words.get(role + 2).equals("DBPub") || words.get(role + 2).equals("DBSub"));
    }

    /** What stands behind the role and the product, as it is printed. */
    private String rest() {
        int before = role + (hasProduct() ? 3 : 1);
        return words.size() > before ? line.split("\\s+", before + 1)[before] : "";
    }

    private Optional<ClusterNode> node() {
        Matcher found = AUTHENTICATION.matcher(rest());
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ClusterNode(
                words.get(0),
                role == 3 ? words.get(1) : null,
                words.get(role - 1),
                words.get(role),
                product(1),
                product(2),
                found.group("words"),
                found.group("since")));
    }

    private @Nullable String product(int place) {
        return hasProduct() ? words.get(role + place) : null;
    }
}
