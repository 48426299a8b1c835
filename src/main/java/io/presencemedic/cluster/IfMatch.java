package io.presencemedic.cluster;

import io.presencemedic.http.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a caller is willing to change (RFC 9110, 13.1.1).
 *
 * @param tags entity tags, quoted; {@code *} stands for any
 */
record IfMatch(List<String> tags) {
    /** @throws io.presencemedic.http.ProblemException 428 where the header is missing */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.of(
                            428,
                            "PRECONDITION_REQUIRED",
                            "Send If-Match with the ETag of the cluster that you have seen, so that nobody else's change is lost.")
                    .exception();
        }
        return new IfMatch(
                Arrays.stream(header.split(",", -1)).map(String::strip).toList());
    }

    /** @throws io.presencemedic.http.ProblemException 412 where the stored version is none of these */
    void require(StoredCluster stored) {
        if (!tags.contains("*") && !tags.contains(stored.etag())) {
            throw Problem.of(
                            412,
                            "PRECONDITION_FAILED",
                            "The cluster has changed since you saw it. Read it again and repeat the change.")
                    .exception();
        }
    }
}
