package io.presencemedic.redaction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks, redacts and packs again. */
final class ArchiveRedactor {
    private static final int BUFFER = 1 << 16;
    /** Neither another user's rights nor the rights to write of anybody but the owner. */
    private static final int PERMISSIONS = 0755;

    private final Redaction redaction;
    private final int depth;
    private final UnpackingBudget budget;
    private final PackedNames names = new PackedNames();

    ArchiveRedactor(Redaction redaction, int depth, UnpackingBudget budget) {
        this.redaction = redaction;
        this.depth = depth;
        this.budget = budget;
    }

    RedactionResult copy(InputStream in, FileType form, OutputStream out) throws IOException {
        return switch (form) {
            case GZIP -> gzip(in, out);
            case ZIP -> zip(in, out);
            case TAR -> tar(in, out);
            default -> throw new IllegalArgumentException(form + " is not packed");
        };
    }

    private RedactionResult gzip(InputStream in, OutputStream out) throws IOException {
        GZIPInputStream unpacked;
        try {
            unpacked = new GZIPInputStream(in, BUFFER);
        } catch (EOFException | ZipException e) {
            return Redaction.leaveOut(in, out);
        }
        TruncationTolerantStream content = new TruncationTolerantStream(unpacked, budget);
        GZIPOutputStream packed = new GZIPOutputStream(out, BUFFER);
        RedactionResult redacted = redaction.copy(content, packed, depth + 1, budget);
        packed.finish();
        return redacted.cutShort(content.isBroken());
    }

    private RedactionResult zip(InputStream in, OutputStream out) throws IOException {
        ZipInputStream files = new ZipInputStream(in);
        ZipOutputStream packed = new ZipOutputStream(out);
        RedactionResult redacted = RedactionResult.NOTHING;
        TruncationTolerantStream content = new TruncationTolerantStream(files, budget);
        for (ZipEntry file = next(files, content); file != null; file = next(files, content)) {
            ZipEntry entry = new ZipEntry(names.of(file.getName(), file.isDirectory()));
            entry.setTime(file.getTime());
            packed.putNextEntry(entry);
            if (!file.isDirectory()) {
                redacted = redacted.and(redaction.copy(content, packed, depth + 1, budget));
            }
            packed.closeEntry();
        }
        packed.finish();
        return redacted.cutShort(content.isBroken());
    }

    private @Nullable ZipEntry next(ZipInputStream files, TruncationTolerantStream content) throws IOException {
        try {
            budget.file();
            return content.isBroken() ? null : files.getNextEntry();
        } catch (IllegalArgumentException e) {
            content.breakOff(new ZipException(e.getMessage()));
            return null;
        } catch (IOException e) {
            content.breakOff(e);
            return null;
        }
    }

    private RedactionResult tar(InputStream in, OutputStream out) throws IOException {
        TarArchiveInputStream files = new TarArchiveInputStream(in);
        TarArchiveOutputStream packed = new TarArchiveOutputStream(out);
        packed.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        packed.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        RedactionResult redacted = RedactionResult.NOTHING;
        TruncationTolerantStream content = new TruncationTolerantStream(files, budget);
        for (TarArchiveEntry file = next(files, content); file != null; file = next(files, content)) {
            redacted = redacted.and(file.isFile() ? file(file, content, packed) : other(file, packed));
        }
        packed.finish();
        return redacted.cutShort(content.isBroken());
    }

    private @Nullable TarArchiveEntry next(TarArchiveInputStream files, TruncationTolerantStream content)
            throws IOException {
        try {
            budget.file();
            return content.isBroken() ? null : files.getNextEntry();
        } catch (IllegalArgumentException e) {
            content.breakOff(new ZipException(e.getMessage()));
            return null;
        } catch (IOException e) {
            content.breakOff(e);
            return null;
        }
    }

    /** A tar names the length before the content, so the redacted content waits on the disk, without its secrets. */
    private RedactionResult file(TarArchiveEntry file, InputStream content, TarArchiveOutputStream packed)
            throws IOException {
        Path redacted = Files.createTempFile("redacted", null);
        try {
            RedactionResult result;
            try (OutputStream spool = new BufferedOutputStream(Files.newOutputStream(redacted), BUFFER)) {
                result = redaction.copy(content, spool, depth + 1, budget);
            }
            TarArchiveEntry entry = new TarArchiveEntry(names.of(file.getName(), false));
            entry.setModTime(file.getModTime());
            entry.setMode(file.getMode() & PERMISSIONS);
            entry.setSize(Files.size(redacted));
            packed.putArchiveEntry(entry);
            try (InputStream spooled = new BufferedInputStream(Files.newInputStream(redacted), BUFFER)) {
                spooled.transferTo(packed);
            }
            packed.closeArchiveEntry();
            return result;
        } finally {
            Files.delete(redacted);
        }
    }

    /** Folders are kept; links and devices have no content and no use elsewhere. */
    private RedactionResult other(TarArchiveEntry file, TarArchiveOutputStream packed) throws IOException {
        if (file.isDirectory()) {
            TarArchiveEntry entry = new TarArchiveEntry(names.of(file.getName(), true));
            entry.setModTime(file.getModTime());
            packed.putArchiveEntry(entry);
            packed.closeArchiveEntry();
        }
        return RedactionResult.NOTHING;
    }
}
