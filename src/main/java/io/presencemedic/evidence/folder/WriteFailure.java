package io.presencemedic.evidence.folder;

import io.presencemedic.http.Problem;
import io.presencemedic.http.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Why something of a bundle could not be kept, for a person.
 *
 * @param code {@code EVIDENCE_STORE_FULL} where there is no room, else {@code EVIDENCE_NOT_WRITTEN}
 * @param reason in one line, without a full stop
 */
public record WriteFailure(String code, String reason) {
    static final String NOT_WRITTEN = "EVIDENCE_NOT_WRITTEN";

    /** @param quota of the disk that could not be written */
    public static WriteFailure of(IOException why, DiskQuota quota) {
        if (why instanceof DiskQuota.Full full) {
            return full(full);
        }
        return quota.nearlyFull().map(WriteFailure::full).orElseGet(() -> new WriteFailure(NOT_WRITTEN, words(why)));
    }

    private static WriteFailure full(DiskQuota.Full why) {
        return new WriteFailure(DiskQuota.Full.CODE, String.valueOf(why.getMessage()));
    }

    /** @param what was to be done, such as "The bundle was not removed" */
    public ProblemException problem(String what) {
        return Problem.of(503, code, what + ": " + reason + ".").exception();
    }

    /** The runtime says of some failures nothing but the file's name. */
    private static String words(IOException why) {
        if (why instanceof FileSystemException failure && failure.getReason() == null) {
            return failure.getFile() + " " + state(failure) + "; check the folder of medic.evidence.dir and its rights";
        }
        return why.getMessage() + "; check the folder of medic.evidence.dir and its disk";
    }

    private static String state(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "must not be read or written";
        }
        if (failure instanceof NoSuchFileException) {
            return "is missing";
        }
        return failure instanceof FileAlreadyExistsException ? "is in the way" : "could not be written";
    }
}
