package io.presencemedic.evidence.collect;

import io.presencemedic.cluster.Node;
import io.presencemedic.database.DatabaseTrouble;
import io.presencemedic.evidence.folder.BundleDirectories;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DurableFile;
import io.presencemedic.evidence.folder.ItemRecord;
import io.presencemedic.evidence.folder.ItemRecord.Missing;
import io.presencemedic.evidence.folder.ItemRecord.Way;
import io.presencemedic.evidence.folder.NotAvailable;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailureCode;
import io.presencemedic.runbook.ClaimLost;
import io.presencemedic.runbook.ClusterReader;
import io.presencemedic.runbook.Decision;
import io.presencemedic.runbook.LineMemory;
import io.presencemedic.runbook.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Collects one item of the document's list from one node. What is not available is noted with its reason; that is no
 * failure of the job. What may pass is tried once more.
 *
 * @param name the step's name
 * @param node the node
 * @param item the item in the document's words
 * @param collector what does it
 */
public record CollectItem(String name, Node node, String item, Collector collector, BundleDirectories.Opening folders)
        implements Step {
    private static final Logger LOG = Logger.getLogger(CollectItem.class);
    /** Large logs take long; each exchange has its own patience. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    @Override
    public String target() {
        return node.name();
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Optional<String> collects() {
        return Optional.of(item);
    }

    @Override
    public Decision decide(ClusterReader look, LineMemory memory) throws LinkException {
        Optional<UUID> job = look.job();
        if (job.isEmpty()) {
            return new Decision.Done("would be collected");
        }
        try {
            return decide(look, memory, folders.open(job.get()));
        } catch (IOException e) {
            return folders.notKept(job.get(), e);
        } catch (UncheckedIOException e) {
            return folders.notKept(job.get(), DurableFile.cause(e));
        }
    }

    private Decision decide(ClusterReader look, LineMemory memory, BundleDirectory folder)
            throws LinkException, IOException {
        Optional<ItemRecord> done = folder.item(name, node.name());
        if (done.isPresent()) {
            return new Decision.Done(done.get().words());
        }
        List<Way> ways = collector.ways(node, look.cluster());
        Optional<Missing> refused = earlier(folder, ways, LinkFailureCode::isLasting);
        if (refused.isPresent()) {
            Missing before = refused.get();
            String reason = before.reason() + " It was not tried again for this item.";
            return keep(folder, List.of(), List.of(new Missing(item, before.code(), reason, before.way())));
        }
        boolean last = memory.waited()
                || earlier(folder, ways, code -> code == LinkFailureCode.LINK_NOT_REACHABLE)
                        .isPresent();
        return collect(look, folder, new ItemCollection(folder, node, last));
    }

    private Decision collect(ClusterReader look, BundleDirectory folder, ItemCollection collection)
            throws LinkException, IOException {
        try {
            collector.collect(look, collection);
        } catch (LinkException e) {
            try {
                collection.failed(item, collector.channel(), e);
            } catch (LinkException passing) {
                if (ItemCollection.isGivenUp(passing.failure())) {
                    throw passing;
                }
                return new Decision.Wait(passing.failure().detail() + " It is tried once more.");
            }
        } catch (IOException e) {
            collection.unwritten(item, e);
        } catch (UncheckedIOException e) {
            collection.unwritten(item, DurableFile.cause(e));
        } catch (ClaimLost e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseTrouble.isPassing(e)) {
                throw e;
            }
            LOG.errorf(e, "%s of %s was not collected", item, node.name());
            String reason = "an error of this service; its log has the details";
            collection.missing(item, new NotAvailable("INTERNAL_ERROR", reason));
        }
        return keep(folder, collection.files(), collection.missing());
    }

    private Decision keep(BundleDirectory folder, List<String> files, List<Missing> missing) throws IOException {
        ItemRecord record = new ItemRecord(name, node.name(), item, folder.now(), files, missing);
        return new Decision.Done(folder.keep(record).words());
    }

    private static Optional<Missing> earlier(BundleDirectory folder, List<Way> ways, Predicate<LinkFailureCode> code) {
        return folder.items().stream()
                .flatMap(done -> done.missing().stream())
                .filter(missing -> missing.way() != null && ways.contains(missing.way()))
                .filter(missing ->
                        LinkFailureCode.of(missing.code()).filter(code).isPresent())
                .findFirst();
    }
}
