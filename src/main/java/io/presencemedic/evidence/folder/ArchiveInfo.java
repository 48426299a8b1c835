package io.presencemedic.evidence.folder;

import java.time.Instant;

/**
 * A finished archive.
 *
 * @param size in bytes
 * @param sha256 of the archive, in hexadecimal
 * @param files how many files were collected
 * @param notAvailable how many things the document wants and the archive does not hold
 * @param packedAt when it was made
 * @param expiresAt when it is removed
 */
public record ArchiveInfo(long size, String sha256, int files, int notAvailable, Instant packedAt, Instant expiresAt) {}
