package io.presencemedic.evidence.collect;

import io.presencemedic.cisco.soap.FileRequest;
import io.presencemedic.cluster.Node;
import io.presencemedic.evidence.folder.BundleDirectory;
import io.presencemedic.evidence.folder.DurableFile;
import io.presencemedic.evidence.folder.FileRecord;
import io.presencemedic.evidence.folder.FileRecord.Origin;
import io.presencemedic.evidence.folder.ItemRecord.Channel;
import io.presencemedic.evidence.folder.ItemRecord.Missing;
import io.presencemedic.evidence.folder.ItemRecord.Way;
import io.presencemedic.evidence.folder.NotAvailable;
import io.presencemedic.evidence.folder.SafeName;
import io.presencemedic.evidence.folder.WriteFailure;
import io.presencemedic.link.LinkException;
import io.presencemedic.link.LinkFailure;
import io.presencemedic.runbook.ClusterReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is gathered for one item in one go: files, and what is missing. */
public final class ItemCollection {
    private final BundleDirectory folder;
    private final Node node;
    private final boolean last;
    private final List<String> files = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    /** @param last whether a failure that may pass is taken as it is; otherwise the item is tried once more */
    public ItemCollection(BundleDirectory folder, Node node, boolean last) {
        this.folder = folder;
        this.node = node;
        this.last = last;
    }

    Node node() {
        return node;
    }

    BundleDirectory folder() {
        return folder;
    }

    /** The files that are in the folder now, by their paths in it. */
    public List<String> files() {
        return List.copyOf(files);
    }

    /** What could not be had, with the reason. */
    public List<Missing> missing() {
        return List.copyOf(missing);
    }

    /** Takes a file in. */
    public void take(Origin origin, String into, String name, DurableFile.Content<LinkException> content)
            throws IOException, LinkException {
        FileRecord file = folder.take(origin, into, name, content);
        files.add(file.path());
        if (file.leftOut() > 0) {
            missing(origin.log() == null ? name : origin.log() + ", " + name, leftOut(file.leftOut()));
        }
    }

    private static NotAvailable leftOut(int count) {
        String which = count == 1 ? "a binary file" : count + " binary files";
        return new NotAvailable(
                "FILE_LEFT_OUT",
                which
                        + " was left out, because secrets cannot be found in it; fetch it from the node where it is needed");
    }

    /**
     * Takes a file of the node in; what the node does not give is noted as missing.
     *
     * @param file what is asked for; a path that no file has is refused by an {@link IllegalArgumentException}
     */
    void fetch(ClusterReader look, Origin origin, String into, Supplier<FileRequest> file)
            throws IOException, LinkException {
        String name = SafeName.ofLast(String.valueOf(origin.source()));
        String what = origin.log() == null ? name : origin.log() + ", " + name;
        FileRequest request;
        try {
            request = file.get();
        } catch (IllegalArgumentException e) {
            missing(
                    what,
                    new NotAvailable("FILE_PATH_UNUSUAL", node.name() + " gives it a path that is not asked for"));
            return;
        }
        try {
            take(origin, into, name, out -> look.fetch(node, request, out));
        } catch (LinkException e) {
            failed(what, Channel.WEB_SERVICE, e);
        }
    }

    /** Notes what is missing, for a reason that is none of the link's. */
    void missing(String what, NotAvailable why) {
        missing.add(new Missing(what, why.code(), why.reason(), null));
    }

    /** Notes what is missing because this service could not keep it. */
    void unwritten(String what, IOException why) {
        WriteFailure failure = WriteFailure.of(why, folder.quota());
        missing.add(new Missing(what, failure.code(), "it was not kept: " + failure.reason(), null));
    }

    /**
     * Notes what is missing because the node did not give it.
     *
     * @throws LinkException the same, where it may pass and another try is left, or where this service itself gave the
     *     link up, which says nothing about the node
     */
    void failed(String what, Channel asked, LinkException why) throws LinkException {
        LinkFailure failure = why.failure();
        if ((failure.passing() && !last) || isGivenUp(failure)) {
            throw why;
        }
        missing.add(new Missing(what, failure.code(), failure.detail(), new Way(failure.node(), asked)));
    }

    static boolean isGivenUp(LinkFailure failure) {
        return failure instanceof LinkFailure.GivenUp;
    }
}
