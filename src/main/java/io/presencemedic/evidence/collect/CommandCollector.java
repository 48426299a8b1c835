package io.presencemedic.evidence.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.presencemedic.cisco.NamedFiles;
import io.presencemedic.cisco.cli.Answer;
import io.presencemedic.cisco.cli.AsPrinted;
import io.presencemedic.cisco.cli.Command;
import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cluster.Cluster;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.folder.FileRecord.Origin;
import io.presencemedic.evidence.folder.ItemRecord.Channel;
import io.presencemedic.evidence.folder.ItemRecord.Way;
import io.presencemedic.evidence.folder.NotAvailable;
import io.presencemedic.evidence.folder.SafeName;
import io.presencemedic.link.LinkException;
import io.presencemedic.redaction.SecretMask;
import io.presencemedic.runbook.ClusterReader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a command prints, and the files that it leaves on the node.
 *
 * @param longest bytes after which a file is not taken any further
 */
public record CommandCollector(CommandSource source, long longest) implements Collector {
    private static final int MOST_FILES = 20;

    /**
     * What became of a command, kept so that it is not sent again for it.
     *
     * @param paths what it left on the node
     * @param notApplicable the node's words where there is nothing there that the command could be about; else null
     */
    record Left(List<String> paths, @Nullable String notApplicable) {}

    @Override
    public Channel channel() {
        return Channel.COMMAND_LINE;
    }

    @Override
    public List<Way> ways(Node node, Cluster cluster) {
        return Stream.concat(Stream.of(node), source.others(cluster).stream())
                .map(asked -> new Way(asked.name(), channel()))
                .toList();
    }

    @Override
    public void collect(ClusterReader look, ItemCollection collection) throws LinkException, IOException {
        Node node = collection.node();
        String note = source.slug() + "@" + node.name();
        Left left = collection.folder().note(note, Left.class).orElse(null);
        String folder = "cli/" + SafeName.of(node.name());
        Origin origin = Origin.printed(node.name(), source.title());
        if (left == null) {
            Command<?> command = command(look, collection);
            if (command == null) {
                return;
            }
            String answer = look.ask(node, new AsPrinted(command));
            collection.take(origin, folder, source.slug() + ".txt", out -> out.write(typed(command, answer)));
            left = new Left(NamedFiles.in(answer).stream().limit(MOST_FILES).toList(), notApplicable(command, answer));
            collection.folder().note(note, left);
        } else {
            collection.take(origin, folder, source.slug() + ".txt", out -> {});
        }
        if (left.notApplicable() != null) {
            collection.missing(
                    source.title(), NotAvailable.notApplicable(node.name() + " says: " + left.notApplicable()));
        }
        for (String path : left.paths()) {
            collection.fetch(
                    look,
                    Origin.left(node.name(), source.title(), path),
                    folder + "/" + source.slug(),
                    () -> FileRequest.of(path, longest));
        }
    }

    /** The line with which the node says so. */
    private static @Nullable String notApplicable(Command<?> command, String answer) {
        return command.saysNotApplicable(Answer.of(answer))
                ? SecretMask.mask(answer)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(String::strip)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private @Nullable Command<?> command(ClusterReader look, ItemCollection collection) throws LinkException {
        try {
            return source.command(look);
        } catch (NotAvailable e) {
            collection.missing(source.title(), e);
            return null;
        }
    }

    /** As it stands on a terminal, so that people and programs see what was asked. */
    private static byte[] typed(Command<?> command, String answer) {
        return ("admin:" + command.text() + "\n" + answer).getBytes(UTF_8);
    }
}
