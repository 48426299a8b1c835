package io.presencemedic.evidence;

import io.presencemedic.evidence.BundleView.ItemView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A bundle as text, to be pasted into a case. */
final class BundleText {
    private BundleText() {}

    /** The archive's first page with its size and sum; while there is none, how far collecting has come. */
    static String of(BundleView bundle, Path archive) {
        StringBuilder text = new StringBuilder();
        text.append("Bundle %s %s of cluster %s: %s%n"
                .formatted(bundle.kind(), bundle.id(), bundle.cluster(), bundle.state()));
        if (bundle.size() != null) {
            text.append("Archive %d bytes, SHA-256 %s%n%n".formatted(bundle.size(), bundle.sha256()));
            return text.append(readme(archive)).toString();
        }
        text.append("%d of %d items are done%n%n"
                .formatted(bundle.progress().done(), bundle.progress().total()));
        for (ItemView item : bundle.items()) {
            text.append("  %-14s %-20s %s%s%n"
                    .formatted(
                            item.state(), item.node(), item.item(), item.why().isEmpty() ? "" : ": " + item.why()));
        }
        if (bundle.failure() != null) {
            text.append("%n%s: %s%n"
                    .formatted(bundle.failure().code(), bundle.failure().detail()));
        }
        return text.toString();
    }

    private static String readme(Path archive) {
        if (!Files.exists(archive)) {
            return "";
        }
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry readme = zip.getEntry(BundleArchive.README);
            try (InputStream in = zip.getInputStream(readme)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
