package io.presencemedic.cluster.credential;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a credential may be sent.
 *
 * @param credential its name
 * @param source who said so
 * @param hosts the hosts, lower-case; stars and networks where the configuration names them so
 * @param clusters the clusters to whose nodes it may be sent, whatever their hosts; by the configuration alone
 * @param boundAt when it was said; null for the configuration
 */
@Schema(name = "CredentialBinding")
public record CredentialBinding(
        String credential,
        Source source,
        List<String> hosts,
        List<String> clusters,
        @Nullable Instant boundAt) {
    /** Who says where a credential may be sent. */
    public enum Source {
        /** Configuration or a file beside the credential's value. */
        CONFIGURATION,
        /** The cluster or receiver that used it first. */
        FIRST_USE,
        /** An administrator who showed its password. */
        ADMINISTRATOR
    }

    /** Whether it may be sent to a host that is no node of any cluster. */
    boolean allows(String host) {
        return new CredentialScope(hosts, List.of()).allows("", host);
    }

    boolean allows(String cluster, String host) {
        return new CredentialScope(hosts, clusters).allows(cluster, host);
    }
}
