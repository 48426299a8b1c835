package io.presencemedic.evidence.collect;

import io.presencemedic.cisco.service.ServiceCatalog;
import io.presencemedic.cisco.service.ServiceName;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cisco.soap.ListNodeServiceLogs;
import io.presencemedic.cisco.soap.LogFile;
import io.presencemedic.cisco.soap.LogName;
import io.presencemedic.cisco.soap.NodeLogs;
import io.presencemedic.cisco.soap.SelectLogFiles;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.folder.FileRecord.Origin;
import io.presencemedic.evidence.folder.ItemRecord.Channel;
import io.presencemedic.evidence.folder.NotAvailable;
import io.presencemedic.evidence.folder.SafeName;
import io.presencemedic.link.LinkException;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.NodeNames;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Collects the files of a log, by the log collection service.
 *
 * @param log the name that the document gives it
 * @param longest bytes after which a file is not taken any further
 */
public record LogCollector(String log, LogPeriods period, long longest) implements Collector {
    /** The files of a log, kept so that they are not asked for again. */
    record Files(List<LogFile> files) {}

    @Override
    public Channel channel() {
        return Channel.WEB_SERVICE;
    }

    @Override
    public void collect(ClusterReader look, ItemCollection collection) throws LinkException, IOException {
        Node node = collection.node();
        Optional<LogName> offered = find(offered(look, collection));
        if (offered.isEmpty()) {
            collection.missing(log, new NotAvailable("LOG_NOT_OFFERED", node.name() + " offers no log of this name"));
            return;
        }
        List<LogFile> files = files(look, collection, offered.get());
        if (files.isEmpty()) {
            collection.missing(
                    log, new NotAvailable("LOG_HAS_NO_FILES", node.name() + " has no file of this log and time"));
        }
        String folder = "logs/" + SafeName.of(node.name()) + "/" + SafeName.of(log);
        for (LogFile file : files) {
            collection.fetch(
                    look,
                    Origin.log(node.name(), log, file.path(), file.modified()),
                    folder,
                    () -> FileRequest.of(file, longest));
        }
    }

    private List<LogFile> files(ClusterReader look, ItemCollection collection, LogName name)
            throws LinkException, IOException {
        String note = "files of " + log + "@" + collection.node().name();
        Optional<Files> known = collection.folder().note(note, Files.class);
        if (known.isPresent()) {
            return known.get().files();
        }
        List<LogFile> files =
                look.ask(collection.node(), SelectLogFiles.of(List.of(name), period.on(look, collection)));
        collection.folder().note(note, new Files(files));
        return files;
    }

    private static NodeLogs offered(ClusterReader look, ItemCollection collection) throws LinkException, IOException {
        Node node = collection.node();
        String note = "logs@" + node.name();
        Optional<NodeLogs> known = collection.folder().note(note, NodeLogs.class);
        if (known.isPresent()) {
            return known.get();
        }
        List<NodeLogs> all = look.ask(node, new ListNodeServiceLogs());
        NodeLogs own = all.stream()
                .filter(logs -> logs.node() != null && NodeNames.same(node, logs.node()))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty())
                .orElse(new NodeLogs(node.name(), List.of()));
        collection.folder().note(note, own);
        return own;
    }

    /** By the node's spelling of the name, or by a name that the same service has in another release. */
    private Optional<LogName> find(NodeLogs offered) {
        return offered.find(log).or(() -> offered.logs().stream()
                .filter(each -> ServiceCatalog.same(new ServiceName(each.name()), new ServiceName(log)))
                .findFirst());
    }
}
