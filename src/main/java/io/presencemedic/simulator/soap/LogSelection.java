package io.presencemedic.simulator.soap;

import io.presencemedic.simulator.model.NodeFile;
import io.presencemedic.simulator.model.SimulatedNodeLogs;
import io.presencemedic.simulator.model.SimulatedNodeState;
import io.presencemedic.simulator.model.World;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;

/**
 * Which log files a request wants.
 *
 * @param logs names of logs
 * @param age how old a file may be; empty for any age
 */
record LogSelection(List<String> logs, Optional<Duration> age) {
    private static final DateTimeFormatter MODIFIED = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static LogSelection of(SoapRequest request) {
        Element criteria = request.child("FileSelectionCriteria")
                .orElseThrow(() -> SimulatedSoapFault.ofMessage("The element FileSelectionCriteria is missing."));
        List<String> logs = SoapRequest.children(criteria).stream()
                .filter(child -> List.of("ServiceLogs", "SystemLogs").contains(child.getLocalName()))
                .flatMap(list -> SoapRequest.children(list).stream())
                .map(item -> item.getTextContent().strip())
                .filter(name -> !name.isEmpty())
                .toList();
        return new LogSelection(logs, age(text(criteria, "RelText"), text(criteria, "RelTime")));
    }

    SoapAnswer.Content answer(World world, SimulatedNodeState here) {
        SimulatedNodeLogs all = new SimulatedNodeLogs(world, here);
        return answer -> answer.parent(
                "ResultSet",
                "",
                set -> set.parent(
                        "SchemaFileSelectionResult",
                        "",
                        result -> result.parent("Node", "", node -> {
                            node.element("name", here.name());
                            node.parent("ServiceList", "", list -> {
                                for (String log : logs) {
                                    write(list, log, recent(all.files(log), world));
                                }
                            });
                        })));
    }

    private List<NodeFile> recent(List<NodeFile> files, World world) {
        return files.stream()
                .filter(file -> age.map(
                                oldest -> file.modified().isAfter(world.now().minus(oldest)))
                        .orElse(true))
                .toList();
    }

    private static void write(SoapAnswer answer, String log, List<NodeFile> files) throws XMLStreamException {
        if (files.isEmpty()) {
            return;
        }
        answer.parent("ServiceLogs", "", service -> {
            service.element("name", log);
            service.parent("SetOfFiles", "", set -> {
                for (NodeFile file : files) {
                    set.parent("File", "", element -> {
                        element.element("name", file.name());
                        element.element("absolutepath", file.path());
                        element.element("filesize", String.valueOf(file.size()));
                        element.element("modifiedDate", MODIFIED.format(file.modified()));
                    });
                }
            });
        });
    }

    private static Optional<Duration> age(String unit, String count) {
        long number = count.matches("\\d{1,3}") ? Long.parseLong(count) : 0;
        return switch (unit) {
            case "", "None" -> Optional.empty();
            case "Minutes" -> Optional.of(Duration.ofMinutes(number));
            case "Hours" -> Optional.of(Duration.ofHours(number));
            case "Days" -> Optional.of(Duration.ofDays(number));
            case "Weeks" -> Optional.of(Duration.ofDays(7 * number));
            case "Months" -> Optional.of(Duration.ofDays(31 * number));
            default -> throw SimulatedSoapFault.ofMessage("RelText is no unit of time.");
        };
    }

    private static String text(Element parent, String name) {
        return SoapRequest.children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse("");
    }
}
