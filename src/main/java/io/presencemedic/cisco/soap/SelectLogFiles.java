package io.presencemedic.cisco.soap;

import io.presencemedic.cisco.cli.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Log collection {@code selectLogFiles}: the files of some logs of the asked node, in one call because calls are
 * counted.
 *
 * @param logs names as the node lists them, at least one
 * @param period when the files were written
 * @param zipped whether the platform is to pack the files; the sizes that it lists are then no sizes of what comes
 */
public record SelectLogFiles(List<LogName> logs, LogPeriod period, boolean zipped)
        implements LogCollectionOperation<List<LogFile>> {
    public SelectLogFiles {
        logs = List.copyOf(logs);
        if (logs.isEmpty()) {
            throw new IllegalArgumentException("files are selected of one log at least");
        }
        logs.forEach(log -> SafeXml.clean(log.name()));
    }

    /** The files of these logs and of this period, as they lie on the node. */
    public static SelectLogFiles of(List<LogName> logs, LogPeriod period) {
        return new SelectLogFiles(logs, period, false);
    }

    @Override
    public String name() {
        return "selectLogFiles";
    }

    @Override
    public String summary() {
        String names = logs.stream().map(LogName::name).collect(Collectors.joining(", "));
        return name() + " " + names + " (" + period + ")" + (zipped ? " zipped" : "");
    }

    /** Every element in the schema's order; what is not used is sent empty, because the platform refuses nil. */
    @Override
    public void write(XMLStreamWriter body) throws XMLStreamException {
        body.writeStartElement("ns", "FileSelectionCriteria", Envelope.SERVICEABILITY);
        items(body, "ServiceLogs", LogName.LogList.SERVICE);
        items(body, "SystemLogs", LogName.LogList.SYSTEM);
        element(body, "SearchStr", "");
        element(body, "Frequency", "OnDemand");
        element(body, "JobType", "DownloadtoClient");
        writePeriod(body);
        element(body, "Port", "0");
        element(body, "IPAddress", "");
        element(body, "UserName", "");
        element(body, "Password", "");
        element(body, "ZipInfo", String.valueOf(zipped));
        element(body, "RemoteFolder", "");
        body.writeEndElement();
    }

    private void items(XMLStreamWriter body, String name, LogName.LogList list) throws XMLStreamException {
        List<LogName> wanted = logs.stream().filter(log -> log.list() == list).toList();
        body.writeStartElement("ns", name, Envelope.SERVICEABILITY);
        for (LogName log : wanted) {
            element(body, "item", log.name());
        }
        if (wanted.isEmpty()) {
            element(body, "item", "");
        }
        body.writeEndElement();
    }

    private void writePeriod(XMLStreamWriter body) throws XMLStreamException {
        if (period instanceof LogPeriod.Between between) {
            writePeriod(
                    body, between.toText(), between.fromText(), between.zone().text(), "None", 0);
        } else if (period instanceof LogPeriod.Last last) {
            writePeriod(body, "", "", PlatformZone.UTC.text(), last.unit().word(), last.count());
        }
    }

    private static void writePeriod(XMLStreamWriter body, String to, String from, String zone, String unit, int count)
            throws XMLStreamException {
        element(body, "ToDate", to);
        element(body, "FromDate", from);
        element(body, "TimeZone", zone);
        element(body, "RelText", unit);
        element(body, "RelTime", String.valueOf(count));
    }

    private static void element(XMLStreamWriter body, String name, String text) throws XMLStreamException {
        ControlCenterOperation.element(body, name, text);
    }

    @Override
    public List<LogFile> read(XMLStreamReader answer) throws XMLStreamException, Unreadable {
        Element result = Element.read(answer).required("ResultSet").required("SchemaFileSelectionResult");
        List<LogFile> files = new ArrayList<>();
        for (Element node : result.all("Node")) {
            for (Element list : node.all("ServiceList")) {
                for (Element log : list.children()) {
                    LogFile.readAll(node.textOf("name"), log, files);
                }
            }
        }
        return List.copyOf(files);
    }
}
