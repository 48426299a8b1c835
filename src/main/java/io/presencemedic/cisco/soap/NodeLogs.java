package io.presencemedic.cisco.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The logs that a node offers.
 *
 * @param node the node's name as the cluster spells it; null where the answer did not say
 * @param logs in the node's order, those of services first
 */
public record NodeLogs(@Nullable String node, List<LogName> logs) {
    public NodeLogs {
        logs = List.copyOf(logs);
    }

    /** The log of that name, in the node's own spelling; letter case, blanks and the dash's kind do not matter. */
    public Optional<LogName> find(String name) {
        String wanted = folded(name);
        return logs.stream().filter(log -> folded(log.name()).equals(wanted)).findFirst();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[\\u2010-\\u2015]", "-")
                .replaceAll("[\\s\\u00a0]*-[\\s\\u00a0]*", "-")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    static NodeLogs read(Element node) {
        List<LogName> logs = new ArrayList<>();
        for (LogName.LogList list : LogName.LogList.values()) {
            node.find(element(list)).ifPresent(names -> names.all("item").stream()
                    .map(Element::text)
                    .filter(Objects::nonNull)
                    .forEach(name -> logs.add(new LogName(name, list))));
        }
        return new NodeLogs(node.textOf("name"), logs);
    }

    private static String element(LogName.LogList list) {
        return switch (list) {
            case SERVICE -> "ServiceLog";
            case SYSTEM -> "SystemLog";
        };
    }
}
